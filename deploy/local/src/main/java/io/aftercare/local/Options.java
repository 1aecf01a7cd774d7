package io.aftercare.local;

import io.aftercare.local.parts.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a house is to be run.
 *
 * @param home folder of its data, logs and secrets
 * @param clockOffset how far the services' clock is ahead of the machine's; tokens go by the
 *     machine's
 * @param withKeycloak whether people and machines can log in; without it, say by {@code
 *     environment} how tokens are checked
 * @param services the services to run, of {@link Chain#SERVICES}
 * @param housePorts the well-known ports of the house, or free ones
 * @param jvm further options of the services' virtual machines; a later one wins
 * @param environment further environment by service, {@code *} for all
 */
public record Options(
    Path home,
    Duration clockOffset,
    boolean withKeycloak,
    List<String> services,
    boolean housePorts,
    List<String> jvm,
    Map<String, Map<String, String>> environment) {

  /** The whole house on free ports, the clock right, quick to start. */
  public static Options in(Path home) {
    List<String> jvm = new ArrayList<>(Part.COMPILE_LATER);
    jvm.add("-Xmx192m");
    return new Options(home, Duration.ZERO, true, Chain.SERVICES, false, jvm, Map.of());
  }

  public Options clockOffset(Duration offset) {
    return new Options(home, offset, withKeycloak, services, housePorts, jvm, environment);
  }

  public Options withoutKeycloak() {
    return new Options(home, clockOffset, false, services, housePorts, jvm, environment);
  }

  public Options services(String... names) {
    return new Options(
        home, clockOffset, withKeycloak, List.of(names), housePorts, jvm, environment);
  }

  public Options onHousePorts() {
    return new Options(home, clockOffset, withKeycloak, services, true, jvm, environment);
  }

  public Options jvm(String... options) {
    return new Options(
        home, clockOffset, withKeycloak, services, housePorts, List.of(options), environment);
  }

  /** Adds to the environment of one service, {@code *} for all. */
  public Options environment(String service, Map<String, String> variables) {
    Map<String, Map<String, String>> all = new TreeMap<>(environment);
    all.merge(service, variables, Options::joined);
    return new Options(home, clockOffset, withKeycloak, services, housePorts, jvm, all);
  }

  private static Map<String, String> joined(Map<String, String> one, Map<String, String> other) {
    Map<String, String> both = new TreeMap<>(one);
    both.putAll(other);
    return both;
  }

  Map<String, String> environmentOf(String service) {
    return joined(
        environment.getOrDefault("*", Map.of()), environment.getOrDefault(service, Map.of()));
  }
}
