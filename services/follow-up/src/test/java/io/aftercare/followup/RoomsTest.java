package io.aftercare.followup;

import io.aftercare.kit.testing.RoomRules;

class RoomsTest extends RoomRules {
  RoomsTest() {
    super("io.aftercare.followup");
  }
}
