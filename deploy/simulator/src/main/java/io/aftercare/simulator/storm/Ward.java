package io.aftercare.simulator.storm;

import io.aftercare.local.parts.Part;
import io.aftercare.local.parts.PartFailed;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** A part of the house with somebody who hurts it and brings it up again, one thing at a time. */
final class Ward {

  private static final Duration UP_WITHIN = Duration.ofSeconds(120);

  private final Part part;
  private final boolean service;

  Ward(Part part, boolean service) {
    this.part = part;
    this.service = service;
  }

  String name() {
    return part.name();
  }

  /** As a power cut would, and up again at once. */
  synchronized void kill() {
    part.kill();
    bringUp();
  }

  /** It keeps its connections and says nothing for so long. */
  synchronized void stop(Duration time) {
    part.suspend();
    try {
      Pause.of(time);
    } finally {
      part.resume();
    }
  }

  /** In order, as for a new version. */
  synchronized void restart() {
    try {
      part.restart();
    } catch (PartFailed notYet) {
      bringUp();
    }
  }

  /** What a supervisor of processes does: what has ended or is not live is started again. */
  synchronized boolean care() {
    if (part.isAlive() && isLive()) {
      return false;
    }
    part.kill();
    bringUp();
    return true;
  }

  /**
   * Starts it until it is up. A service that comes up while its database is down gives up and is
   * started again.
   */
  private void bringUp() {
    long end = System.nanoTime() + UP_WITHIN.toNanos();
    while (true) {
      try {
        part.start();
        return;
      } catch (PartFailed failed) {
        if (System.nanoTime() > end) {
          throw failed;
        }
      }
    }
  }

  /** Whether it says so itself; three silences or three noes in a row mean that it is not. */
  private boolean isLive() {
    if (!service) {
      return true;
    }
    for (int look = 0; look < 3; look++) {
      if (saysLive()) {
        return true;
      }
      Pause.of(Duration.ofSeconds(1));
    }
    return false;
  }

  private boolean saysLive() {
    String url = "http://localhost:" + part.port() + "/q/health/live";
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setConnectTimeout(3_000);
      connection.setReadTimeout(3_000);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException silent) {
      return false;
    }
  }
}
