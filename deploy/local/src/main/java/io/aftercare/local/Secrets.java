package io.aftercare.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.local.parts.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Passwords and keys of one running house: made when first asked for, kept in a file only its owner
 * can read.
 */
final class Secrets {

  // No letter or digit that a person could take for another.
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int PASSWORD_LENGTH = 12;
  private static final int MACHINE_LENGTH = 40;
  private static final int KEY_BYTES = 32;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, String> known;

  private Secrets(Path file, Map<String, String> known) {
    this.file = file;
    this.known = known;
  }

  static Secrets in(Path home) {
    Path file = home.resolve("secrets.json");
    try {
      Map<String, String> known =
          Files.exists(file)
              ? JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, String>>() {})
              : new TreeMap<>();
      return new Secrets(file, known);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The secret of this name: a person's password for {@code user.…}, else one for machines. */
  String of(String name) {
    return name.startsWith("user.")
        ? made(name, this::newPassword)
        : made(name, () -> characters(MACHINE_LENGTH));
  }

  /** 32 random bytes, base64. */
  String key(String name) {
    return made(name, this::newKey);
  }

  private synchronized String made(String name, Supplier<String> make) {
    String secret = known.get(name);
    if (secret != null) {
      return secret;
    }
    String made = make.get();
    known.put(name, made);
    try {
      Secret.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(known));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return made;
  }

  private String newPassword() {
    return new StringBuilder(characters(PASSWORD_LENGTH)).insert(8, '-').insert(4, '-').toString();
  }

  private String characters(int length) {
    StringBuilder characters = new StringBuilder();
    for (int i = 0; i < length; i++) {
      characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return characters.toString();
  }

  private String newKey() {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
