package io.aftercare.kit.time;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/**
 * Starts no recurring work any more once the service stops: it would come upon pools that are
 * closed, and an orderly stop would end in errors.
 */
@ApplicationScoped
class RestingSchedules {

  private final Scheduler scheduler;

  RestingSchedules(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  void rest(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent stop) {
    if (scheduler.isStarted() && scheduler.isRunning()) {
      scheduler.pause();
    }
  }
}
