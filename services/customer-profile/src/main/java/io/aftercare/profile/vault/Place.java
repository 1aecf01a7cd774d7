package io.aftercare.profile.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/**
 * Where a sealed document belongs. It opens there and nowhere else, so that one cannot be slipped
 * into another row or column.
 *
 * @param table the table
 * @param column the column
 * @param row the row's own id
 */
public record Place(String table, String column, UUID row) {

  byte[] bytes() {
    return toString().getBytes(UTF_8);
  }

  @Override
  public String toString() {
    return table + "." + column + "/" + row;
  }
}
