package io.aftercare.local.parts;

/**
 * How to reach one database.
 *
 * @param host name or address of the server
 * @param port its port
 * @param name the database
 * @param username a user that owns the database and is no superuser
 * @param password of both users
 * @param applicationRole a user that owns nothing, and may do what the owner grants
 */
public record Database(
    String host, int port, String name, String username, String password, String applicationRole) {

  public String jdbcUrl() {
    return "jdbc:" + reactiveUrl();
  }

  public String reactiveUrl() {
    return "postgresql://" + host + ":" + port + "/" + name;
  }
}
