package io.aftercare.sales;

import io.aftercare.kit.testing.RoomRules;

class RoomsTest extends RoomRules {
  RoomsTest() {
    super("io.aftercare.sales");
  }
}
