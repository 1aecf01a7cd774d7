package io.aftercare.profile.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class VaultTest {

  private static final UUID ANNA = UUID.randomUUID();
  private static final UUID BORIS = UUID.randomUUID();
  private static final Place NAME = new Place("customer", "person", ANNA);

  record Person(String name) {}

  private final Vault vault = TestVault.ofKey(1);

  @Test
  void what_was_sealed_opens_with_the_stored_key() {
    Safe first = vault.create(ANNA);
    byte[] sealed = first.seal(NAME, new Person("Anna Canary"));

    Safe later = vault.open(ANNA, first.wrappedKey());

    assertThat(later.open(NAME, sealed, Person.class)).isEqualTo(new Person("Anna Canary"));
  }

  @Test
  void what_is_sealed_cannot_be_read() {
    byte[] sealed = vault.create(ANNA).seal(NAME, new Person("Anna Canary"));

    assertThat(new String(sealed, ISO_8859_1)).doesNotContain("Canary");
  }

  @Test
  void equal_words_look_different_each_time() {
    Safe safe = vault.create(ANNA);

    assertThat(safe.seal(NAME, "Anna")).isNotEqualTo(safe.seal(NAME, "Anna"));
  }

  @Test
  void each_customer_has_a_key_of_their_own() {
    byte[] sealed = vault.create(ANNA).seal(NAME, "Anna");
    Safe anothers = vault.create(BORIS);

    assertThatThrownBy(() -> anothers.open(NAME, sealed, String.class))
        .isInstanceOf(Unopened.class)
        .hasMessageContaining(NAME.toString());
  }

  @Test
  void a_document_opens_in_its_own_row_and_column_only() {
    Safe safe = vault.create(ANNA);
    byte[] sealed = safe.seal(NAME, "Anna");

    assertThatThrownBy(
            () -> safe.open(new Place("customer", "person", BORIS), sealed, String.class))
        .isInstanceOf(Unopened.class);
    assertThatThrownBy(() -> safe.open(new Place("customer", "note", ANNA), sealed, String.class))
        .isInstanceOf(Unopened.class);
    assertThatThrownBy(() -> safe.open(new Place("note", "person", ANNA), sealed, String.class))
        .isInstanceOf(Unopened.class);
  }

  @Test
  void a_changed_document_does_not_open() {
    Safe safe = vault.create(ANNA);
    byte[] sealed = safe.seal(NAME, "Anna");
    sealed[sealed.length / 2] ^= 1;

    assertThatThrownBy(() -> safe.open(NAME, sealed, String.class)).isInstanceOf(Unopened.class);
  }

  @Test
  void a_data_key_unwraps_for_its_customer_and_by_its_master_key_only() {
    byte[] wrapped = vault.create(ANNA).wrappedKey();
    Vault stranger = TestVault.ofKey(7);

    assertThatThrownBy(() -> vault.open(BORIS, wrapped)).isInstanceOf(Unopened.class);
    assertThatThrownBy(() -> stranger.open(ANNA, wrapped)).isInstanceOf(Unopened.class);
  }

  @Test
  void what_a_later_version_added_does_no_harm() {
    record Richer(String name, String pronounced) {}
    Safe safe = vault.create(ANNA);
    byte[] sealed = safe.seal(NAME, new Richer("Anna", "AH-na"));

    assertThat(safe.open(NAME, sealed, Person.class)).isEqualTo(new Person("Anna"));
  }

  @Test
  void marks_are_equal_for_equal_values_of_one_kind_under_one_key() {
    BlindIndex index = TestVault.index(1);

    assertThat(index.mark("phone", "+16175550123"))
        .hasSize(32)
        .isEqualTo(TestVault.index(1).mark("phone", "+16175550123"))
        .isNotEqualTo(index.mark("phone", "+16175550124"))
        .isNotEqualTo(index.mark("note", "+16175550123"))
        .isNotEqualTo(TestVault.index(9).mark("phone", "+16175550123"));
  }
}
