package io.aftercare.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.local.parts.Ports;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortHolderTest {

  @Test
  void namesWhoListens() throws IOException {
    int port = Ports.free();
    try (ServerSocket socket = new ServerSocket(port)) {
      assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
      assertThat(PortHolder.of(port))
          .hasValueSatisfying(
              holder -> assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid()));
    }
  }

  @Test
  void namesNobodyWhereNobodyListens() {
    assertThat(PortHolder.of(Ports.free())).isEmpty();
  }
}
