package io.aftercare.profile.customer;

import io.aftercare.profile.customer.Profile.KnownCaregiver;
import io.aftercare.profile.customer.Profile.KnownPhone;
import io.aftercare.profile.phone.PhoneType;
import io.aftercare.profile.phone.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opened files, said the way one would describe them. */
public final class ProfileMother {

  private static final Instant THEN = Instant.parse("2026-01-15T10:00:00Z");

  private Customer.Status status = Customer.Status.ACTIVE;
  private boolean doNotCall;
  private @Nullable Caution caution;
  private boolean restricted;
  private @Nullable String preferredName;
  private @Nullable LocalDate birthDate;
  private @Nullable String email;
  private final List<Address> addresses = new ArrayList<>();
  private List<String> languages = List.of("en");
  private final List<KnownPhone> phones = new ArrayList<>();
  private final List<KnownCaregiver> caregivers = new ArrayList<>();
  private final List<Consent.Answer> consents = new ArrayList<>();

  private ProfileMother() {}

  /** Ada Okafor, of whom nothing else is known. */
  public static ProfileMother ada() {
    return new ProfileMother();
  }

  public ProfileMother restricted() {
    restricted = true;
    return this;
  }

  public ProfileMother called(String preferredName) {
    this.preferredName = preferredName;
    return this;
  }

  public ProfileMother born(String date) {
    birthDate = LocalDate.parse(date);
    return this;
  }

  public ProfileMother speaking(String... languages) {
    this.languages = List.of(languages);
    return this;
  }

  public ProfileMother withPhone(String number) {
    phones.add(new KnownPhone(number, PhoneType.MOBILE, Validity.ALWAYS, false));
    return this;
  }

  public ProfileMother withPhone(
      String number, PhoneType type, @Nullable String from, @Nullable String to) {
    phones.add(new KnownPhone(number, type, validity(from, to), false));
    return this;
  }

  public ProfileMother withEmail(String address) {
    email = address;
    return this;
  }

  public ProfileMother withAddress(Address.Use use, String street) {
    addresses.add(new Address(use, List.of(street), "Boston", "MA", "02108", "US"));
    return this;
  }

  public ProfileMother withWrongPhone(String number) {
    phones.add(new KnownPhone(number, PhoneType.MOBILE, Validity.ALWAYS, true));
    return this;
  }

  public ProfileMother withCaregiver(
      String name, String relation, String phone, Disclosure disclosure) {
    return withCaregiver(name, relation, phone, disclosure, false);
  }

  public ProfileMother withCaregiver(
      String name, String relation, String phone, Disclosure disclosure, boolean wrong) {
    caregivers.add(
        new KnownCaregiver(
            UUID.randomUUID(), name, relation, phone, disclosure, Validity.ALWAYS, wrong));
    return this;
  }

  /** A daughter who cares for her between these days. */
  public ProfileMother withCaregiverBetween(
      @Nullable String from, @Nullable String to, String phone) {
    caregivers.add(
        new KnownCaregiver(
            UUID.randomUUID(),
            "Ngozi",
            "daughter",
            phone,
            Disclosure.EVERYTHING,
            validity(from, to),
            false));
    return this;
  }

  private static Validity validity(@Nullable String from, @Nullable String to) {
    return new Validity(
        from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
  }

  public ProfileMother whoAnswered(
      Consent.Purpose purpose, Consent.Channel channel, Consent.State state) {
    consents.add(new Consent.Answer(purpose, channel, state, "v1", THEN, null, null));
    return this;
  }

  public ProfileMother toBeTakenCareOf(String note, String whatHelps) {
    caution = new Caution(note, whatHelps, "agent-ann", THEN);
    return this;
  }

  public ProfileMother whoSaidNotToCall() {
    doNotCall = true;
    return this;
  }

  public ProfileMother whoIs(Customer.Status status) {
    this.status = status;
    return this;
  }

  public Profile profile() {
    return new Profile(
        UUID.randomUUID(),
        1,
        status,
        null,
        "boston-1",
        doNotCall,
        restricted,
        "US",
        new Person(
            "Ada",
            "Okafor",
            preferredName,
            null,
            birthDate,
            null,
            email,
            null,
            addresses,
            List.of()),
        languages,
        ZoneId.of("America/New_York"),
        null,
        null,
        null,
        Health.UNTOLD,
        caution,
        null,
        phones,
        caregivers,
        consents);
  }
}
