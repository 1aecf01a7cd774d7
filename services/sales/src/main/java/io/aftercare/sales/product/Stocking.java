package io.aftercare.sales.product;

import io.aftercare.sales.product.Product.Code;
import io.aftercare.sales.product.StoredProducts.Stored;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides, product by product, what a delivery changes in the catalogue. A code belongs to one
 * product: who comes second is refused. What a product gives up is free for those after it.
 */
final class Stocking {

  /** What became of a product. */
  sealed interface Verdict {}

  enum Taken implements Verdict {
    ADDED,
    CHANGED,
    UNCHANGED
  }

  /**
   * It cannot be taken.
   *
   * @param field such as {@code codes[2]}
   */
  record Refused(String field, String message) implements Verdict {}

  private final Map<Code, Stored> current;
  private final Map<Code, Code> owners;
  private final Map<Code, Product> seen = new HashMap<>();
  private final Map<Code, Stored> changed = new LinkedHashMap<>();

  /**
   * @param current what there is already of the products that will come
   * @param owners to which product each of their codes belongs, as far as it is taken
   */
  Stocking(Map<Code, Stored> current, Map<Code, Code> owners) {
    this.current = current;
    this.owners = new HashMap<>(owners);
  }

  Verdict take(Product product) {
    Code own = product.own();
    Product twin = seen.putIfAbsent(own, product);
    if (twin != null) {
      return twin.equals(product)
          ? Taken.UNCHANGED
          : new Refused("code", own + " is given twice, with different content");
    }
    Stored before = current.get(own);
    if (before != null && before.product().equals(product)) {
      return Taken.UNCHANGED;
    }
    List<Code> codes = product.allCodes();
    for (int i = 0; i < codes.size(); i++) {
      Code owner = owners.get(codes.get(i));
      if (owner != null && !owner.equals(own)) {
        return new Refused(
            i == 0 ? "code" : "codes[%d]".formatted(i - 1),
            "%s is a code of %s already".formatted(codes.get(i), owner));
      }
    }
    owners.values().removeIf(own::equals);
    codes.forEach(code -> owners.put(code, own));
    changed.put(own, new Stored(product, before == null ? 1 : before.version() + 1));
    return before == null ? Taken.ADDED : Taken.CHANGED;
  }

  /** What is to be stored. */
  List<Stored> changed() {
    return List.copyOf(changed.values());
  }
}
