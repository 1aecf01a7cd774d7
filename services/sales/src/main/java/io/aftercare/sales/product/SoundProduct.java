package io.aftercare.sales.product;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What no single field shows: a code that fits its system, points in a language that has a tag. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SoundProduct.Check.class)
@interface SoundProduct {

  String message() default "is not sound";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Looks for what is wrong and names each place. */
  class Check implements ConstraintValidator<SoundProduct, Product> {

    private static final int MOST_POINTS = 20;
    private static final int LONGEST_POINT = 500;
    private static final Pattern LANGUAGE =
        Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");

    private record Flaw(String field, String message) {}

    @Override
    public boolean isValid(@Nullable Product product, ConstraintValidatorContext context) {
      if (product == null) {
        return true;
      }
      List<Flaw> flaws = new ArrayList<>();
      code("code", product.own(), flaws);
      if (product.codes() != null) {
        for (int i = 0; i < product.codes().size(); i++) {
          code("codes[%d].code".formatted(i), product.codes().get(i), flaws);
        }
      }
      points(product, flaws);
      context.disableDefaultConstraintViolation();
      flaws.forEach(
          flaw ->
              context
                  .buildConstraintViolationWithTemplate(flaw.message())
                  .addPropertyNode(flaw.field())
                  .addConstraintViolation());
      return flaws.isEmpty();
    }

    private static void code(String field, Product.@Nullable Code code, List<Flaw> flaws) {
      if (code == null || code.system() == null || code.code() == null) {
        return;
      }
      if (code.system().equals("atc")) {
        flaws.add(new Flaw(field, "is a class of many products; give it as atc"));
      } else if (code.system().equals(Gtin.SYSTEM)) {
        String flaw = Gtin.flaw(code.code());
        if (flaw != null) {
          flaws.add(new Flaw(field, flaw));
        }
      }
    }

    private static void points(Product product, List<Flaw> flaws) {
      if (product.counsellingPoints() == null) {
        return;
      }
      product
          .counsellingPoints()
          .forEach(
              (language, points) -> {
                if (!LANGUAGE.matcher(language).matches()) {
                  flaws.add(
                      new Flaw(
                          "counsellingPoints",
                          "must be by language tag, such as en, th or zh-Hant"));
                } else if (points == null || points.isEmpty() || points.size() > MOST_POINTS) {
                  flaws.add(
                      new Flaw(
                          "counsellingPoints." + language,
                          "must be 1 to %d points".formatted(MOST_POINTS)));
                } else {
                  points(language, points, flaws);
                }
              });
    }

    private static void points(String language, List<String> points, List<Flaw> flaws) {
      for (int i = 0; i < points.size(); i++) {
        String point = points.get(i);
        if (point == null
            || point.isBlank()
            || point.length() > LONGEST_POINT
            || !point.matches(Product.PRINTABLE)) {
          flaws.add(
              new Flaw(
                  "counsellingPoints.%s[%d]".formatted(language, i),
                  "must be 1 to %d characters on one line".formatted(LONGEST_POINT)));
        }
      }
    }
  }
}
