package io.aftercare.profile.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The master keys of a PKCS #12 keystore, each AES with 256 bits under a name of its own. Names are
 * in order of age: the last one by the alphabet is the newest, so name them by date.
 */
final class MasterKeys {

  private MasterKeys() {}

  /**
   * All keys by name, the newest last.
   *
   * @throws IllegalStateException when the file cannot be read, or holds anything else
   */
  static Map<String, byte[]> in(String file, char[] password) {
    Map<String, byte[]> keys = new TreeMap<>();
    try (InputStream content = Files.newInputStream(Path.of(file))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(content, password);
      List<String> names = Collections.list(store.aliases());
      for (String name : names) {
        keys.put(name, bytes(name, store.getKey(name, password)));
      }
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new IllegalStateException(
          Keys.KEYSTORE + " cannot be read, or " + Keys.PASSWORD + " does not open it: " + file,
          unreadable);
    }
    if (keys.isEmpty()) {
      throw new IllegalStateException(Keys.KEYSTORE + " holds no key: " + file);
    }
    return keys;
  }

  private static byte[] bytes(String name, Key key) {
    byte[] bytes = key == null ? null : key.getEncoded();
    if (bytes == null || bytes.length != Keys.BYTES) {
      throw new IllegalStateException(
          "%s: %s is not an AES key of 256 bits; make one with keytool -genseckey -keyalg AES -keysize 256"
              .formatted(Keys.KEYSTORE, name));
    }
    return bytes;
  }
}
