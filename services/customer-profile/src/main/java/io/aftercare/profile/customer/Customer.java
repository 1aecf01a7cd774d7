package io.aftercare.profile.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.aftercare.profile.vault.Place;
import io.aftercare.profile.vault.Safe;
import io.aftercare.profile.vault.Vault;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the chain cares for. What names them is sealed; the rest is what rules and consumers
 * need.
 */
@Entity
@Table(name = "customer")
public class Customer {

  /** Where a file stands. Only an active customer is ever called. */
  public enum Status {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("merged")
    MERGED,
    @JsonProperty("erased")
    ERASED,
    @JsonProperty("deceased")
    DECEASED
  }

  @Id private UUID id;

  /** Grows by one with every change of the file; told in events and as ETag. */
  private long version;

  @Enumerated(EnumType.STRING)
  private Status status;

  private @Nullable UUID mergedInto;

  /** The store that registered the customer; absent for one that headquarters registered. */
  private @Nullable String storeId;

  private String country;
  private String[] languages;
  private String zone;
  private @Nullable LocalTime windowFrom;
  private @Nullable LocalTime windowTo;

  /** The first day of the month of birth: enough for age rules. */
  private @Nullable LocalDate birthMonth;

  /** By which the customer likes best to hear from the chain. */
  @Enumerated(EnumType.STRING)
  private Consent.@Nullable Channel preferredChannel;

  private @Nullable String loyaltyTier;
  private byte @Nullable [] emailMark;

  private boolean doNotCall;
  private @Nullable Instant doNotCallAt;

  /** The call in which the customer asked not to be called again. */
  private @Nullable UUID doNotCallIn;

  /** Names of the segments the customer is in, sorted; absent until they were first in one. */
  private String @Nullable [] segments;

  /** How many of the versions only told of other segments. */
  private int retold;

  /** Kept, and not worked with. */
  private boolean restricted;

  private byte[] dataKey;
  private byte[] person;
  private byte[] registration;
  private byte @Nullable [] health;
  private byte @Nullable [] takeCare;
  private byte @Nullable [] difficulty;
  private Instant registeredAt;
  private String registeredBy;

  protected Customer() {}

  Customer(
      UUID id, Safe safe, @Nullable String storeId, Instant registeredAt, String registeredBy) {
    this.id = id;
    this.version = 1;
    this.status = Status.ACTIVE;
    this.storeId = storeId;
    this.dataKey = safe.wrappedKey();
    this.registeredAt = registeredAt;
    this.registeredBy = registeredBy;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  /**
   * Grows by one with every edit of the file: who edits it is not disturbed by its customer's
   * coming and going in segments.
   */
  public long edition() {
    return version - retold;
  }

  @Nullable List<String> segments() {
    return segments == null ? null : List.of(segments);
  }

  public Status status() {
    return status;
  }

  public @Nullable UUID mergedInto() {
    return mergedInto;
  }

  @Nullable String storeId() {
    return storeId;
  }

  String country() {
    return country;
  }

  List<String> languages() {
    return List.of(languages);
  }

  String zone() {
    return zone;
  }

  @Nullable Window window() {
    return windowFrom == null || windowTo == null ? null : new Window(windowFrom, windowTo);
  }

  @Nullable LocalDate birthMonth() {
    return birthMonth;
  }

  Consent.@Nullable Channel preferredChannel() {
    return preferredChannel;
  }

  @Nullable String loyaltyTier() {
    return loyaltyTier;
  }

  byte @Nullable [] emailMark() {
    return emailMark;
  }

  public boolean doNotCall() {
    return doNotCall;
  }

  public boolean restricted() {
    return restricted;
  }

  /** False when it stands so. */
  boolean restrict(boolean restricted) {
    boolean changed = this.restricted != restricted;
    this.restricted = restricted;
    return changed;
  }

  byte[] dataKey() {
    return dataKey;
  }

  byte[] sealedPerson() {
    return person;
  }

  byte[] sealedRegistration() {
    return registration;
  }

  Instant registeredAt() {
    return registeredAt;
  }

  String registeredBy() {
    return registeredBy;
  }

  /** The customer's own safe. */
  public Safe safe(Vault vault) {
    return vault.open(id, dataKey);
  }

  Person person(Safe safe) {
    return person(id, safe, person);
  }

  /** Who the customer is, from its sealed document. */
  public static Person person(UUID id, Safe safe, byte[] sealed) {
    return safe.open(place("person", id), sealed, Person.class);
  }

  /** What the customer was registered with, whatever was corrected since. */
  static Particulars.Registered registration(UUID id, Safe safe, byte[] sealed) {
    return safe.open(place("registration", id), sealed, Particulars.Registered.class);
  }

  void describe(Particulars particulars, Safe safe, Marks marks) {
    Window window = particulars.window();
    LocalDate birthDate = particulars.person().birthDate();
    country = particulars.country();
    languages = particulars.languages().toArray(String[]::new);
    zone = particulars.zone().getId();
    windowFrom = window == null ? null : window.from();
    windowTo = window == null ? null : window.to();
    preferredChannel = particulars.preferredChannel();
    loyaltyTier = particulars.loyaltyTier();
    String email = particulars.person().email();
    emailMark = email == null ? null : marks.ofEmail(email);
    birthMonth = birthDate == null ? null : birthDate.withDayOfMonth(1);
    person = safe.seal(place("person", id), particulars.person());
  }

  /** False when that is on file. */
  boolean noteAllergies(List<Allergy> said, Safe safe) {
    Person known = person(safe);
    if (known.allergies().equals(said)) {
      return false;
    }
    person = safe.seal(place("person", id), known.bearing(said));
    return true;
  }

  Health health(Safe safe) {
    return health == null ? Health.UNTOLD : safe.open(place("health", id), health, Health.class);
  }

  /** False when that is on file. */
  boolean noteHealth(Health said, Safe safe) {
    if (health(safe).equals(said)) {
      return false;
    }
    health = safe.seal(place("health", id), said);
    return true;
  }

  @Nullable Caution caution(Safe safe) {
    return caution(id, safe, takeCare);
  }

  /** What to take care of, from its sealed document. */
  public static @Nullable Caution caution(UUID id, Safe safe, byte @Nullable [] sealed) {
    return sealed == null ? null : safe.open(place("take_care", id), sealed, Caution.class);
  }

  /** False when that is on file. */
  boolean takeCare(@Nullable Caution said, Safe safe) {
    Caution known = caution(safe);
    if (said == null ? known == null : known != null && said.saysTheSameAs(known)) {
      return false;
    }
    takeCare = said == null ? null : safe.seal(place("take_care", id), said);
    return true;
  }

  @Nullable Difficulty difficulty(Safe safe) {
    return difficulty(id, safe, difficulty);
  }

  /** What was difficult, from its sealed document. */
  public static @Nullable Difficulty difficulty(UUID id, Safe safe, byte @Nullable [] sealed) {
    return sealed == null ? null : safe.open(place("difficulty", id), sealed, Difficulty.class);
  }

  /** False when it stands so. */
  boolean noteDifficulty(@Nullable Difficulty said, Safe safe) {
    if (Objects.equals(said, difficulty(safe))) {
      return false;
    }
    difficulty = said == null ? null : safe.seal(place("difficulty", id), said);
    return true;
  }

  void remember(Particulars.Registered registered, Safe safe) {
    registration = safe.seal(place("registration", id), registered);
  }

  void nextVersion() {
    version++;
  }

  /** Sets the mark that refuses every later call; false when it was set before. */
  boolean stopCalls(UUID call, Instant at) {
    boolean news = !doNotCall;
    doNotCall = true;
    doNotCallAt = news ? at : doNotCallAt;
    doNotCallIn = news ? call : doNotCallIn;
    return news;
  }

  /** The customer has died; false when that was known, or the file is closed for another reason. */
  boolean die() {
    boolean news = status == Status.ACTIVE;
    status = news ? Status.DECEASED : status;
    return news;
  }

  /** It is the survivor's file from now on; its own again where there is none. */
  void becomeOf(@Nullable UUID survivor) {
    status = survivor == null ? Status.ACTIVE : Status.MERGED;
    mergedInto = survivor;
    version++;
  }

  /** Not to be called, as the other is not; to be called again where there is no other. */
  void refuseAs(@Nullable Customer other) {
    doNotCall = other != null;
    doNotCallAt = other == null ? null : other.doNotCallAt;
    doNotCallIn = other == null ? null : other.doNotCallIn;
  }

  public ZoneId zoneId() {
    return ZoneId.of(zone);
  }

  /** The date where the customer lives. */
  LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, zoneId());
  }

  private static Place place(String column, UUID id) {
    return new Place("customer", column, id);
  }
}
