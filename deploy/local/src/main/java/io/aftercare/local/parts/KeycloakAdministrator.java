package io.aftercare.local.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * The administrator of Keycloak itself, made when its data is new.
 *
 * @param name user name
 * @param password his password
 */
public record KeycloakAdministrator(String name, String password) {

  private static final ObjectMapper JSON = new ObjectMapper();

  Map<String, String> asEnvironment() {
    return Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", name, "KC_BOOTSTRAP_ADMIN_PASSWORD", password);
  }

  /** Logs in with this password and sets another. */
  void changePassword(String url, String newPassword) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String token = token(client, url);
      String users = url + "/admin/realms/master/users";
      JsonNode found = ask(client, request(users + "?exact=true&username=" + name, token).GET());
      String body = JSON.writeValueAsString(Map.of("type", "password", "value", newPassword));
      ask(
          client,
          request(users + "/" + found.path(0).path("id").asText() + "/reset-password", token)
              .header("Content-Type", "application/json")
              .PUT(BodyPublishers.ofString(body)));
    } catch (IOException e) {
      throw new PartFailed("Keycloak's administrator has kept his password: " + e.getMessage(), e);
    }
  }

  private String token(HttpClient client, String url) throws IOException {
    String form =
        "grant_type=password&client_id=admin-cli&username=%s&password=%s"
            .formatted(name, URLEncoder.encode(password, StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + "/realms/master/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    return ask(client, request).path("access_token").asText();
  }

  private static HttpRequest.Builder request(String url, String token) {
    return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
  }

  private static JsonNode ask(HttpClient client, HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> response =
          client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IOException("status " + response.statusCode());
      }
      return JSON.readTree(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailed("Interrupted while asking Keycloak", e);
    }
  }
}
