package io.aftercare.console.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class AddressesTest {

  private final Addresses addresses =
      new Addresses(Area.FOLLOW_UP, URI.create("http://follow-up:8083"));

  @Test
  void theServicesOwnAddressBecomesTheConsoles() {
    assertThat(addresses.location("http://follow-up:8083/calls/7?x=1"))
        .isEqualTo("/api/follow-up/calls/7?x=1");
    assertThat(addresses.location("/calls/7")).isEqualTo("/api/follow-up/calls/7");
  }

  @Test
  void aForeignAddressStays() {
    assertThat(addresses.location("https://example.org/calls/7"))
        .isEqualTo("https://example.org/calls/7");
    assertThat(addresses.location("//example.org/calls")).isEqualTo("//example.org/calls");
    assertThat(addresses.location("http://follow-up:80831/calls"))
        .isEqualTo("http://follow-up:80831/calls");
  }

  @Test
  void everyLinkOfAHeaderIsTurned() {
    assertThat(addresses.links("</calls?cursor=$1>; rel=\"next\", </calls>; rel=\"first\""))
        .isEqualTo(
            "</api/follow-up/calls?cursor=$1>; rel=\"next\", </api/follow-up/calls>; rel=\"first\"");
  }
}
