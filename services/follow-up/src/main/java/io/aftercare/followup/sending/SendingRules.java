package io.aftercare.followup.sending;

import io.aftercare.followup.message.Channel;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How messages go out. */
@ConfigMapping(prefix = "aftercare.message")
interface SendingRules {

  /** How often it is looked what is due, and what was left lying. */
  @WithDefault("PT5S")
  Duration sendEvery();

  /** How long messages stay with a sender that says nothing. */
  @WithDefault("PT2M")
  Duration lease();

  /** Messages taken at once. */
  @WithDefault("50")
  int batch();

  /** Customers asked after, and messages under way, at one time. */
  @WithDefault("8")
  int atOnce();

  /** How long a provider may take for an answer. */
  @WithDefault("PT10S")
  Duration patience();

  /** How often a message is handed over at most. */
  @WithDefault("6")
  int attempts();

  /** Wait after the first attempt that came to nothing; each further one waits twice as long. */
  @WithDefault("PT1M")
  Duration backoff();

  /** Who signs the messages. */
  @WithDefault("Aftercare Pharmacy")
  String from();

  /** In which order channels are tried where the customer has no wish, or it cannot be met. */
  @WithDefault("wechat,sms,email")
  List<String> order();

  /** How old the signature of a callback may be. */
  @WithDefault("PT5M")
  Duration callbackAge();

  Caps caps();

  Email email();

  Webhook sms();

  Webhook wechat();

  /** Across all programmes, except red flags, promises, high-alert and recall. */
  interface Caps {
    /** Messages to one customer on one local date at most. */
    @WithDefault("1")
    int aDay();

    /** Messages to one customer in seven local dates at most. */
    @WithDefault("3")
    int aWeek();
  }

  /** By the mail server of {@code quarkus.mailer}. */
  interface Email {
    @WithDefault("false")
    boolean enabled();
  }

  /** By a provider that takes JSON over HTTP. */
  interface Webhook {
    /** Where messages are posted; absent while there is no provider. */
    Optional<URI> url();

    /** What both sides sign with; needed as soon as there is an address. */
    Optional<String> secret();
  }

  /** The settings of a channel that goes over HTTP; absent for others. */
  default Optional<Webhook> webhook(Channel channel) {
    return switch (channel) {
      case SMS -> Optional.of(sms());
      case WECHAT -> Optional.of(wechat());
      case EMAIL, IN_PERSON -> Optional.empty();
    };
  }
}
