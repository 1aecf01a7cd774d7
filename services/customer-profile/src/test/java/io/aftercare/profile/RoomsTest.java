package io.aftercare.profile;

import io.aftercare.kit.testing.RoomRules;

class RoomsTest extends RoomRules {

  RoomsTest() {
    super("io.aftercare.profile");
  }
}
