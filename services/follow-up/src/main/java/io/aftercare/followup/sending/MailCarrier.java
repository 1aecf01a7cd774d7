package io.aftercare.followup.sending;

import io.aftercare.followup.message.Channel;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.jboss.logging.Logger;

/**
 * E-mail over SMTP, plain text, with the headers by which a mail program offers to unsubscribe (RFC
 * 2369, RFC 8058). SMTP knows no key for a repeat: where a connection breaks after the message may
 * have been taken, the answer is that nobody knows.
 */
@ApplicationScoped
class MailCarrier implements Carrier {

  private static final Logger LOG = Logger.getLogger(MailCarrier.class);

  private final ReactiveMailer mailer;
  private final SendingRules rules;

  MailCarrier(ReactiveMailer mailer, SendingRules rules) {
    this.mailer = mailer;
    this.rules = rules;
  }

  @Override
  public boolean carries(Channel channel) {
    return channel == Channel.EMAIL && rules.email().enabled();
  }

  @Override
  public Uni<Answer> hand(Letter letter) {
    Mail mail =
        Mail.withText(letter.address(), letter.subject(), letter.text())
            .addHeader("Aftercare-Message", letter.id().toString())
            .addHeader("Content-Language", letter.language())
            .addHeader("List-Unsubscribe", "<" + letter.optOut() + ">")
            .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    return mailer
        .send(mail)
        .<Answer>replaceWith(new Answer.Taken(null))
        .ifNoItem()
        .after(rules.patience())
        .recoverWithItem(new Answer.Unsure())
        .onFailure()
        .recoverWithItem(failure -> answer(letter, failure));
  }

  private static Answer answer(Letter letter, Throwable failure) {
    SMTPException said = find(failure, SMTPException.class);
    if (said != null) {
      LOG.warnf("Mail server says no, message=%s code=%d", letter.id(), said.getReplyCode());
      return said.isPermanent()
          ? new Answer.Refused("refused-by-provider")
          : new Answer.Away("provider-busy");
    }
    LOG.warnf(
        "Mail server out of reach, message=%s: %s",
        letter.id(), failure.getClass().getSimpleName());
    boolean neverConnected =
        find(failure, ConnectException.class) != null
            || find(failure, UnknownHostException.class) != null;
    return neverConnected ? new Answer.Away("provider-unavailable") : new Answer.Unsure();
  }

  private static <T extends Throwable> @org.jspecify.annotations.Nullable T find(
      Throwable failure, Class<T> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return kind.cast(cause);
      }
    }
    return null;
  }
}
