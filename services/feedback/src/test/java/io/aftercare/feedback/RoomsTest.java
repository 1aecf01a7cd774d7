package io.aftercare.feedback;

import io.aftercare.kit.testing.RoomRules;

class RoomsTest extends RoomRules {

  RoomsTest() {
    super("io.aftercare.feedback");
  }
}
