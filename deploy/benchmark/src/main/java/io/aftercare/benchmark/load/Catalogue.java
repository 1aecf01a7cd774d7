package io.aftercare.benchmark.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The products that are sold.
 *
 * @param json as {@code PUT /products} takes them
 */
public record Catalogue(JsonNode json) {

  /** An ATC code's first four characters are its class. */
  private static final int CLASS_LENGTH = 4;

  public static Catalogue read() {
    try (InputStream file = Catalogue.class.getResourceAsStream("/catalogue.json")) {
      return new Catalogue(new ObjectMapper().readTree(Objects.requireNonNull(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<JsonNode> products() {
    return json.path("products").valueStream().toList();
  }

  /** Those whose every sale deserves a call: a refill falls due some day. */
  public List<JsonNode> longTerm() {
    return products().stream().filter(product -> product.path("longTerm").asBoolean()).toList();
  }

  /** The classes of the products, each once. */
  public List<String> classes() {
    return products().stream()
        .map(product -> product.path("atc").asText().substring(0, CLASS_LENGTH))
        .distinct()
        .toList();
  }
}
