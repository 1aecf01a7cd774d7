package io.aftercare.profile.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Master keys are exchanged without opening what they guard. */
class RotationTest {

  private static final char[] PASSWORD = "of-the-test-alone".toCharArray();
  private static final UUID ADA = UUID.randomUUID();
  private static final Place NAME = new Place("customer", "person", ADA);

  @TempDir Path folder;

  @Test
  void what_the_old_key_wrapped_opens_beside_the_new_one_and_alone_once_rewrapped()
      throws IOException, GeneralSecurityException {
    Vault before = vault(Optional.of(TestVault.key(1)), Optional.empty());
    Safe safe = before.create(ADA);
    byte[] sealed = safe.seal(NAME, "Ada");
    Optional<String> keystore = Optional.of(keystore("master-2026-11"));

    Vault beside = vault(Optional.of(TestVault.key(1)), keystore);
    assertThat(beside.open(ADA, safe.wrappedKey()).open(NAME, sealed, String.class))
        .isEqualTo("Ada");
    byte[] rewrapped = beside.rewrap(ADA, safe.wrappedKey());

    assertThat(safe.wrappedKey()).startsWith(before.newestMark());
    assertThat(rewrapped).startsWith(beside.newestMark());
    Vault after = vault(Optional.empty(), keystore);
    assertThat(after.open(ADA, rewrapped).open(NAME, sealed, String.class)).isEqualTo("Ada");
    assertThatThrownBy(() -> after.open(ADA, safe.wrappedKey())).isInstanceOf(Unopened.class);
    assertThatThrownBy(() -> beside.rewrap(UUID.randomUUID(), rewrapped))
        .isInstanceOf(Unopened.class);
  }

  @Test
  void the_last_by_name_wraps() throws IOException, GeneralSecurityException {
    Optional<String> both = Optional.of(keystore("master-2026-11", "master-2027-02"));
    Vault vault = vault(Optional.empty(), both);

    assertThat(vault.create(ADA).wrappedKey()).startsWith(vault.newestMark());
    assertThat(keys(Optional.empty(), both).masters().getLast().getKey())
        .isEqualTo("master-2027-02");
  }

  @Test
  void a_keystore_that_does_not_open_is_named() throws IOException, GeneralSecurityException {
    String file = keystore("master-2026-11");
    assertThatThrownBy(
            () ->
                new Keys(
                    Optional.empty(),
                    Optional.of(TestVault.key(9)),
                    Optional.of(file),
                    Optional.of("wrong")))
        .hasMessageContaining("aftercare.keys.keystore-password");
  }

  private Vault vault(Optional<String> master, Optional<String> keystore) {
    return new Vault(keys(master, keystore));
  }

  private static Keys keys(Optional<String> master, Optional<String> keystore) {
    return new Keys(
        master, Optional.of(TestVault.key(9)), keystore, Optional.of(new String(PASSWORD)));
  }

  private String keystore(String... names) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    for (int i = 0; i < names.length; i++) {
      byte[] key = new byte[Keys.BYTES];
      Arrays.fill(key, (byte) (40 + i));
      store.setEntry(
          names[i],
          new KeyStore.SecretKeyEntry(new SecretKeySpec(key, "AES")),
          new KeyStore.PasswordProtection(PASSWORD));
    }
    Path file = folder.resolve(String.join("-", names) + ".p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD);
    }
    return file.toString();
  }
}
