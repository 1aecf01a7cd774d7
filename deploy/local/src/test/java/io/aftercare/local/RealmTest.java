package io.aftercare.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.local.parts.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmTest {

  @TempDir Path folder;
  private Realm realm;

  @BeforeEach
  void make() {
    realm = Realm.of(Home.find(), Secrets.in(folder), "http://localhost:8080");
  }

  @Test
  void everyStoreHasATillThatSaysWhichStoreItIs() throws IOException {
    JsonNode json = new ObjectMapper().readTree(realm.json());

    for (DemoStore store : DemoStore.ALL) {
      JsonNode till = named(json.path("clients"), "clientId", "till-" + store.id());
      JsonNode claim = till.path("protocolMappers").path(0).path("config");
      assertThat(claim.path("claim.name").asText()).isEqualTo("store_id");
      assertThat(claim.path("claim.value").asText()).isEqualTo(store.id());
      JsonNode account = named(json.path("users"), "serviceAccountClientId", "till-" + store.id());
      assertThat(account.path("realmRoles").path(0).asText()).isEqualTo("store");
    }
  }

  @Test
  void nothingIsLeftToFill() {
    assertThat(realm.json()).doesNotContain("${").contains("http://localhost:8080/*");
  }

  @Test
  void secretsAreTheSameNextTimeAndReadByTheirOwnerOnly() throws IOException {
    Realm again = Realm.of(Home.find(), Secrets.in(folder), "http://localhost:8080");

    assertThat(again.json()).isEqualTo(realm.json());
    assertThat(Files.getPosixFilePermissions(folder.resolve("secrets.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void noTwoSecretsAreAlike() {
    List<String> passwords = realm.people().values().stream().map(Access.Person::password).toList();

    assertThat(passwords).doesNotHaveDuplicates().allMatch(password -> password.length() == 14);
    assertThat(realm.clients().values()).doesNotHaveDuplicates();
  }

  @Test
  void peopleHaveTheirRolesAndDispensersTheirStore() {
    assertThat(realm.people().get("ann").roles()).containsExactly("agent");
    assertThat(realm.people().get("ann").store()).isNull();
    assertThat(realm.people().get("dao").store()).isEqualTo("bangkok-1");
  }

  private static JsonNode named(JsonNode array, String field, String value) {
    return array
        .valueStream()
        .filter(node -> node.path(field).asText().equals(value))
        .findFirst()
        .orElseThrow();
  }
}
