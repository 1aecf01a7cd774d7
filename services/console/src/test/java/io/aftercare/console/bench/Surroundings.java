package io.aftercare.console.bench;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.util.Map;

/** Sets up what the console talks to; the sales service is down. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

  private LogIn logIn;
  private Desk desk;

  @Override
  public Map<String, String> start() {
    try {
      logIn = new LogIn();
      desk = new Desk(freePort());
      return Map.of(
          "quarkus.oidc.auth-server-url", logIn.url(),
          "quarkus.oidc.credentials.secret", "a-secret-of-the-test-only-and-32-long",
          "aftercare.console.sales-url", "http://localhost:" + desk.understudy(),
          "aftercare.console.customer-profile-url", desk.url(),
          "aftercare.console.follow-up-url", desk.url(),
          "aftercare.console.feedback-url", desk.url());
    } catch (IOException | GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(logIn, new TestInjector.MatchesType(LogIn.class));
    injector.injectIntoFields(desk, new TestInjector.MatchesType(Desk.class));
  }

  @Override
  public void stop() {
    if (logIn != null) {
      logIn.close();
    }
    if (desk != null) {
      desk.close();
    }
  }
}
