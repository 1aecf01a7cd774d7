package io.aftercare.profile.customer;

import static java.time.temporal.ChronoUnit.MICROS;
import static java.util.stream.Collectors.toMap;

import io.aftercare.kit.time.Ids;
import io.aftercare.profile.phone.Phone;
import io.aftercare.profile.vault.Safe;
import io.aftercare.profile.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one customer, still sealed. Changes go through it, so that none forgets the version.
 */
public record CustomerFile(
    Customer customer, List<Phone> phones, List<Caregiver> caregivers, List<Consent> consents) {

  /** Whether somebody may be called in the customer's place. */
  boolean hasCaregiver(Instant at) {
    LocalDate today = customer.dayOf(at);
    return caregivers.stream().anyMatch(carer -> carer.mayBeCalledOn(today));
  }

  /** The standing answers, without their proofs. */
  public List<Consent.Answer> standing() {
    return Consent.standing(consents);
  }

  /** Opens everything; whoever may see it has an audit record by now. */
  Profile open(Vault vault) {
    Safe safe = customer.safe(vault);
    return new Profile(
        customer.id(),
        customer.edition(),
        customer.status(),
        customer.mergedInto(),
        customer.storeId(),
        customer.doNotCall(),
        customer.restricted(),
        customer.country(),
        customer.person(safe),
        customer.languages(),
        customer.zoneId(),
        customer.window(),
        customer.preferredChannel(),
        customer.loyaltyTier(),
        customer.health(safe),
        customer.caution(safe),
        customer.difficulty(safe),
        phones.stream().map(phone -> open(phone, safe)).toList(),
        caregivers.stream().map(carer -> open(carer, safe)).toList(),
        standing());
  }

  private static Profile.KnownPhone open(Phone phone, Safe safe) {
    return new Profile.KnownPhone(
        phone.number(safe), phone.type(), phone.validity(), phone.isWrong());
  }

  private static Profile.KnownCaregiver open(Caregiver carer, Safe safe) {
    Caregiver.Details details = carer.details(safe);
    return new Profile.KnownCaregiver(
        carer.id(),
        details.name(),
        details.relation(),
        details.phone(),
        carer.disclosure(),
        carer.validity(),
        carer.isPhoneWrong());
  }

  /** "Do not call me again." False when that was on file. */
  public boolean stopCalls(UUID call, Instant at) {
    return counted(customer.stopCalls(call, at));
  }

  /** No calls and no messages, or both again. False when it stands so. */
  public boolean restrict(boolean restricted) {
    return counted(customer.restrict(restricted));
  }

  /** False when that is on file. */
  boolean noteAllergies(List<Allergy> said, Vault vault) {
    return counted(customer.noteAllergies(said, customer.safe(vault)));
  }

  /** False when that is on file. */
  public boolean noteConditions(List<Condition> said, Vault vault) {
    Safe safe = customer.safe(vault);
    return counted(customer.noteHealth(customer.health(safe).withConditions(said), safe));
  }

  /** False when that is on file. */
  public boolean noteMedicines(List<LongTermMedicine> said, Vault vault) {
    Safe safe = customer.safe(vault);
    return counted(customer.noteHealth(customer.health(safe).withMedicines(said), safe));
  }

  /** False when that is on file. */
  public boolean takeCare(Caution caution, Vault vault) {
    return counted(customer.takeCare(caution, customer.safe(vault)));
  }

  /** A conversation was difficult. False when that is on file. */
  public boolean wasDifficult(Difficulty told, Vault vault) {
    Safe safe = customer.safe(vault);
    return counted(customer.noteDifficulty(told.after(customer.difficulty(safe)), safe));
  }

  /** No care needs to be taken any more; false when none was asked for. */
  public boolean takeNoMoreCare(Vault vault) {
    Safe safe = customer.safe(vault);
    boolean cautioned = customer.takeCare(null, safe);
    return counted(customer.noteDifficulty(null, safe) || cautioned);
  }

  /** Caregivers begin and cease to be such on a day; false when none did by this one. */
  boolean turnCaregivers(Instant at) {
    LocalDate today = customer.dayOf(at);
    boolean turned = false;
    for (Caregiver carer : caregivers) {
      turned |= carer.turn(today);
    }
    return counted(turned);
  }

  /** False when it was known. */
  public boolean die() {
    return counted(customer.die());
  }

  /**
   * Somebody else answers there. False when no phone has the mark, or all that have it were known
   * to be wrong.
   */
  public boolean markWrong(byte[] phoneMark) {
    boolean changed = false;
    for (Phone phone : phones) {
      if (phone.hasMark(phoneMark) && !phone.isWrong()) {
        phone.markWrong();
        changed = true;
      }
    }
    for (Caregiver carer : caregivers) {
      if (carer.hasPhoneMark(phoneMark) && !carer.isPhoneWrong()) {
        carer.markPhoneWrong();
        changed = true;
      }
    }
    return counted(changed);
  }

  /** A new answer, or nothing when the standing one says the same. */
  public @Nullable Consent answer(
      Consent.Answer answer, Instant now, String recordedBy, Vault vault) {
    Safe safe = customer.safe(vault);
    if (Consent.latest(consents).map(each -> each.answer(safe)).anyMatch(answer::addsNothingTo)) {
      return null;
    }
    var consent = new Consent(customer.id(), nextNumber(), answer, now, recordedBy, safe);
    consents.add(consent);
    counted(true);
    return consent;
  }

  /** Answers may have been given back: their numbers are not given again to an earlier place. */
  private int nextNumber() {
    return consents.stream().mapToInt(Consent::number).max().orElse(0) + 1;
  }

  /**
   * Another one's answers as far as the person has not answered the like, or the other refused what
   * this one allowed: then the refusal is of this moment, so that it stands.
   */
  List<Consent> takeOver(List<Consent.Answer> others, Instant now, String recordedBy, Vault vault) {
    Map<Consent.Question, Consent.Answer> mine =
        standing().stream().collect(toMap(Consent.Answer::question, answer -> answer));
    List<Consent> taken = new ArrayList<>();
    for (Consent.Answer theirs : others) {
      Consent.Answer own = mine.get(theirs.question());
      if (own == null || theirs.refuses() && !own.refuses()) {
        Consent.Answer answer = own == null ? theirs : theirs.at(now.truncatedTo(MICROS));
        Consent consent =
            new Consent(customer.id(), nextNumber(), answer, now, recordedBy, customer.safe(vault));
        consents.add(consent);
        taken.add(consent);
      }
    }
    return taken;
  }

  private boolean counted(boolean changed) {
    if (changed) {
      customer.nextVersion();
    }
    return changed;
  }

  /** The rows of a new customer, sealed under a key of their own. */
  static CustomerFile seal(
      UUID id,
      Particulars.Registered registered,
      @Nullable String storeId,
      String registeredBy,
      Instant now,
      Vault vault,
      Marks marks) {
    Safe safe = vault.create(id);
    var customer = new Customer(id, safe, storeId, now, registeredBy);
    customer.describe(registered.particulars(), safe, marks);
    customer.remember(registered, safe);
    List<Consent> consents = new ArrayList<>();
    for (Consent.Answer answer : registered.consents()) {
      consents.add(new Consent(id, consents.size() + 1, answer, now, registeredBy, safe));
    }
    return new CustomerFile(
        customer,
        sealPhones(id, registered.particulars(), safe, marks),
        sealCaregivers(customer, registered.particulars(), now, safe, marks),
        consents);
  }

  /** The file with other particulars; numbers that were found wrong stay wrong. */
  CustomerFile corrected(Particulars particulars, Instant now, Vault vault, Marks marks) {
    Safe safe = customer.safe(vault);
    customer.describe(particulars, safe, marks);
    var phonesNow = sealPhones(customer.id(), particulars, safe, marks);
    var caregiversNow = sealCaregivers(customer, particulars, now, safe, marks);
    phones.stream()
        .filter(Phone::isWrong)
        .forEach(
            wrong ->
                phonesNow.stream()
                    .filter(phone -> phone.hasMark(wrong.mark()))
                    .forEach(Phone::markWrong));
    caregivers.stream()
        .filter(Caregiver::isPhoneWrong)
        .forEach(
            wrong ->
                caregiversNow.stream()
                    .filter(carer -> carer.hasPhoneMark(wrong.phoneMark()))
                    .forEach(Caregiver::markPhoneWrong));
    counted(true);
    return new CustomerFile(customer, phonesNow, caregiversNow, consents);
  }

  private static List<Phone> sealPhones(
      UUID customer, Particulars particulars, Safe safe, Marks marks) {
    List<Phone> rows = new ArrayList<>();
    for (var phone : particulars.phones()) {
      byte[] mark = marks.ofPhone(phone.number());
      rows.add(
          new Phone(
              Ids.next(),
              customer,
              rows.size(),
              phone.type(),
              phone.number(),
              mark,
              phone.validity(),
              safe));
    }
    return rows;
  }

  private static List<Caregiver> sealCaregivers(
      Customer customer, Particulars particulars, Instant now, Safe safe, Marks marks) {
    List<Caregiver> rows = new ArrayList<>();
    for (var carer : particulars.caregivers()) {
      var details = new Caregiver.Details(carer.name(), carer.relation(), carer.phone());
      byte[] mark = marks.ofPhone(carer.phone());
      rows.add(
          new Caregiver(
              Ids.next(),
              customer.id(),
              rows.size(),
              carer.disclosure(),
              details,
              mark,
              carer.validity(),
              customer.dayOf(now),
              safe));
    }
    return rows;
  }
}
