package io.aftercare.sales.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aftercare.sales.paper.Fonts;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PressTest {

  @Test
  void more_than_can_wait_are_told_to_come_again_and_the_others_get_theirs() {
    Press press = new Press(new Fonts(), 1, 2);
    ReceiptText receipt = Receipts.english();
    List<CompletableFuture<byte[]>> asked = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      asked.add(press.print(receipt).subscribeAsCompletionStage());
    }

    int printed = 0;
    int refused = 0;
    for (CompletableFuture<byte[]> one : asked) {
      try {
        assertTrue(one.orTimeout(20, TimeUnit.SECONDS).join().length > 0);
        printed++;
      } catch (CompletionException failed) {
        HttpProblem problem = (HttpProblem) failed.getCause();
        assertEquals(503, problem.getStatusCode());
        assertTrue(problem.getHeaders().containsKey("Retry-After"));
        refused++;
      }
    }
    press.close();

    assertTrue(printed >= 3, "printed " + printed);
    assertTrue(refused > 0, "refused " + refused);
  }
}
