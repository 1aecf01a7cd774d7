package io.aftercare.profile;

import io.aftercare.contracts.ComplaintEvent;
import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.FollowUpEvent;
import io.aftercare.contracts.SaleEvent;
import io.aftercare.contracts.SurveyEvent;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The other services of the house, as they tell of a customer. */
final class Neighbours implements AutoCloseable {

  private final EventProbe sales = EventProbe.on(Topics.SALES);
  private final EventProbe calls = EventProbe.on(Topics.FOLLOW_UPS);
  private final EventProbe feedback = EventProbe.on(Topics.FEEDBACK);
  private final EventProbe setAside = EventProbe.on(Topics.DEAD_LETTERS + "customer-profile");

  void tell(Sold sale) {
    SaleEvent told = sale.told();
    sales.send(sale.type(), told.saleId(), told.version(), told);
  }

  void tell(SaleEvent told) {
    sales.send(EventTypes.SALE_COMPLETED, told.saleId(), told.version(), told);
  }

  void tell(FollowUpEvent call) {
    calls.send(EventTypes.FOLLOW_UP_COMPLETED, call.callId(), call.version(), call);
  }

  void tell(ComplaintEvent complaint) {
    feedback.send(
        EventTypes.COMPLAINT_OPENED, complaint.complaintId(), complaint.version(), complaint);
  }

  void tell(SurveyEvent answer) {
    feedback.send(EventTypes.SURVEY_ANSWERED, answer.surveyId(), answer.version(), answer);
  }

  void tellsNonsense(UUID sale) {
    sales.send(EventTypes.SALE_COMPLETED, sale, 1, "{\"saleId\": 12, oh no");
  }

  /**
   * Returns when all that was told of this sale is worked through: what is set aside after it comes
   * after it.
   */
  void waitUntilHeard(UUID sale) {
    sales.sendRaw(sale.toString(), new byte[] {'{', '}'}, Map.of());
    seesSetAside(sale);
  }

  ConsumerRecord<String, byte[]> seesSetAside(UUID key) {
    return setAside.awaitRecord(letter -> key.toString().equals(letter.key()));
  }

  @Override
  public void close() throws InterruptedException {
    sales.close();
    calls.close();
    feedback.close();
    setAside.close();
  }
}
