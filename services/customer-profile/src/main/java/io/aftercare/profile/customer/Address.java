package io.aftercare.profile.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where post and deliveries reach a customer.
 *
 * @param lines street, house and whatever else stands above the city
 * @param region state or province, where it belongs to an address
 * @param country ISO 3166-1 alpha-2
 */
public record Address(
    @NotNull Use use,
    @NotNull @Size(min = 1, max = 4)
        List<
                @NotBlank @Size(max = 200)
                @Pattern(regexp = NewCustomer.PRINTABLE, message = NewCustomer.UNPRINTABLE) String>
            lines,
    @NotBlank
        @Size(max = 100)
        @Pattern(regexp = NewCustomer.PRINTABLE, message = NewCustomer.UNPRINTABLE)
        String city,
    @Nullable
        @Size(max = 100)
        @Pattern(regexp = NewCustomer.PRINTABLE, message = NewCustomer.UNPRINTABLE)
        String region,
    @Nullable
        @Size(max = 20)
        @Pattern(regexp = NewCustomer.PRINTABLE, message = NewCustomer.UNPRINTABLE)
        String postalCode,
    @NotNull
        @Pattern(regexp = "[A-Z]{2}", message = "must be a two-letter country code, such as US")
        String country) {

  /** What it is for. */
  public enum Use {
    @JsonProperty("home")
    HOME,
    @JsonProperty("work")
    WORK,
    @JsonProperty("delivery")
    DELIVERY
  }

  /** As it stands on an envelope, below the name. */
  public String label() {
    String place =
        Stream.of(city, region, postalCode)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return Stream.concat(lines.stream(), Stream.of(place, country))
        .collect(Collectors.joining("\n"));
  }
}
