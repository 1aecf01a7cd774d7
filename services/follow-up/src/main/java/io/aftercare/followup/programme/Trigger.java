package io.aftercare.followup.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.aftercare.followup.known.KnownEvent;
import io.aftercare.followup.known.KnownSale;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a programme wants a contact: a rule over a line of a sale, the sale and the customer. Its
 * JSON form reads aloud: <code>
 * {"all": [{"line": "prescription"}, {"age": {"below": 12}}]}</code>.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(Trigger.All.class),
  @JsonSubTypes.Type(Trigger.Any.class),
  @JsonSubTypes.Type(Trigger.OfSale.class),
  @JsonSubTypes.Type(Trigger.OfLine.class),
  @JsonSubTypes.Type(Trigger.OfAtc.class),
  @JsonSubTypes.Type(Trigger.OfSupply.class),
  @JsonSubTypes.Type(Trigger.OfAge.class),
  @JsonSubTypes.Type(Trigger.OfSegment.class),
  @JsonSubTypes.Type(Trigger.OfEvent.class),
  @JsonSubTypes.Type(Trigger.OfCalendar.class)
})
public sealed interface Trigger {

  /** A service was promised, and how far it is; heard by the programme of that name alone. */
  String SERVICE_REQUEST = "service-request";

  /** What can start a programme besides a sale. */
  Set<String> EVENTS =
      Set.of(KnownEvent.PRODUCT_RECALLED, KnownEvent.COMPLAINT_RESOLVED, SERVICE_REQUEST);

  /** Whether this line of a sale is a reason for a contact. */
  boolean matches(Facts facts);

  /** Whether this event is part of the rule: only such programmes are asked about it. */
  default boolean hears(String event) {
    return switch (this) {
      case All(List<Trigger> all) -> all.stream().anyMatch(rule -> rule.hears(event));
      case Any(List<Trigger> any) -> any.stream().anyMatch(rule -> rule.hears(event));
      case OfEvent(String heard) -> heard.equals(event);
      default -> false;
    };
  }

  /** Whether a rule of this kind is part of it. */
  default boolean asks(Class<? extends Trigger> kind) {
    return switch (this) {
      case All(List<Trigger> all) -> all.stream().anyMatch(rule -> rule.asks(kind));
      case Any(List<Trigger> any) -> any.stream().anyMatch(rule -> rule.asks(kind));
      default -> kind.isInstance(this);
    };
  }

  /** Every one of them. */
  record All(List<Trigger> all) implements Trigger {
    @Override
    public boolean matches(Facts facts) {
      for (Trigger trigger : all) {
        if (!trigger.matches(facts)) {
          return false;
        }
      }
      return true;
    }
  }

  /** At least one of them. */
  record Any(List<Trigger> any) implements Trigger {
    @Override
    public boolean matches(Facts facts) {
      for (Trigger trigger : any) {
        if (trigger.matches(facts)) {
          return true;
        }
      }
      return false;
    }
  }

  /** A mark of the sale as a whole; every line then counts as its reason. */
  record OfSale(SaleMark sale) implements Trigger {
    @Override
    public boolean matches(Facts facts) {
      return switch (sale) {
        case FIRST_PURCHASE -> facts.sale().firstPurchase();
        case LATE_EVENING -> facts.sale().lateEvening();
        case MISSED_DOSE_RISK -> facts.sale().missedDoseRisk();
        case CAREGIVER_BOUGHT -> facts.sale().caregiverBought();
      };
    }
  }

  /** A mark of the line. */
  record OfLine(LineMark line) implements Trigger {
    @Override
    public boolean matches(Facts facts) {
      KnownSale.Line sold = facts.line();
      return switch (line) {
        case PRESCRIPTION -> sold.prescription();
        case BRAND_SWITCH -> sold.brandSwitch();
        case HIGH_ALERT -> sold.highAlert();
        case SPECIAL_FORM -> sold.specialForm();
        case LONG_TERM -> sold.longTerm();
        case FIRST_OF_CLASS -> sold.firstOfClass();
      };
    }
  }

  /** A medicine of one of these ATC classes, at whatever depth the class is given. */
  record OfAtc(List<String> atc) implements Trigger {
    @Override
    public boolean matches(Facts facts) {
      String code = facts.line().atc();
      if (code == null) {
        return false;
      }
      for (String prefix : atc) {
        if (code.startsWith(prefix)) {
          return true;
        }
      }
      return false;
    }
  }

  /** The line is known to last a number of days, both ends included; an end left out is open. */
  record OfSupply(@JsonProperty("days-supply") Range daysSupply) implements Trigger {
    @Override
    public boolean matches(Facts facts) {
      Integer days = facts.line().daysSupply();
      return days != null && daysSupply.holds(days);
    }
  }

  /**
   * The customer's age in full years; never matches while the age is unknown, and in doubt it does.
   */
  record OfAge(Bounds age) implements Trigger {
    @Override
    public boolean matches(Facts facts) {
      Integer youngest = facts.youngest();
      Integer oldest = facts.oldest();
      return youngest != null && oldest != null && age.holds(youngest, oldest);
    }
  }

  /**
   * The customer belongs to a segment, such as {@code elderly}, by the rules of the customer file.
   */
  record OfSegment(String segment) implements Trigger {
    @Override
    public boolean matches(Facts facts) {
      return facts.segments().contains(segment);
    }
  }

  /** Something other than a sale starts it, such as {@code complaint-resolved}. */
  record OfEvent(String event) implements Trigger {
    @Override
    public boolean matches(Facts facts) {
      return event.equals(facts.event());
    }
  }

  /** A day of the year starts it, such as {@code birthday}. */
  record OfCalendar(String calendar) implements Trigger {
    @Override
    public boolean matches(Facts facts) {
      return false;
    }
  }

  /** Days, both ends included. */
  record Range(@Nullable Integer from, @Nullable Integer to) {
    boolean holds(int days) {
      return (from == null || days >= from) && (to == null || days <= to);
    }
  }

  /** Years, both ends left out. */
  record Bounds(@Nullable Integer below, @Nullable Integer over) {
    boolean holds(int youngest, int oldest) {
      return (below != null && youngest < below) || (over != null && oldest > over);
    }
  }

  /** Marks that a sale carries. */
  enum SaleMark {
    @JsonProperty("first-purchase")
    FIRST_PURCHASE("first purchase"),
    @JsonProperty("late-evening")
    LATE_EVENING("late in the evening"),
    @JsonProperty("missed-dose-risk")
    MISSED_DOSE_RISK("a dose may have been missed"),
    @JsonProperty("caregiver-bought")
    CAREGIVER_BOUGHT("a caregiver bought it");

    private final String words;

    SaleMark(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** Marks that a line carries. */
  enum LineMark {
    @JsonProperty("prescription")
    PRESCRIPTION,
    @JsonProperty("brand-switch")
    BRAND_SWITCH,
    @JsonProperty("high-alert")
    HIGH_ALERT,
    @JsonProperty("special-form")
    SPECIAL_FORM,
    @JsonProperty("long-term")
    LONG_TERM,
    @JsonProperty("first-of-class")
    FIRST_OF_CLASS
  }
}
