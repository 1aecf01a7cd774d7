package io.aftercare.local.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Apache Kafka, one KRaft node that is broker and controller, in a process and class path of its
 * own.
 */
public final class Kafka extends Part {

  private static final String CLUSTER = "QWZ0ZXJjYXJlLWxvY2FsMQ";
  private static final List<String> JVM =
      List.of(
          "-Xms128m",
          "-Xmx288m",
          "-XX:+UseSerialGC",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
          "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info",
          "-Dorg.slf4j.simpleLogger.showDateTime=true",
          "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

  private final KafkaBroker broker;
  private final int controllerPort = Ports.free();

  private Kafka(Path home, int port) {
    super("kafka", home, port);
    this.broker = new KafkaBroker("localhost:" + port());
  }

  /**
   * Starts a broker on the data under {@code home}, which is created when there is none, with the
   * topics of the house.
   *
   * @param home the folder of the running house
   * @param port the port, 0 for a free one
   * @return the broker, ready to serve
   * @throws PartFailed when it does not start; the message ends with the last lines of its log
   */
  public static Kafka start(Path home, int port) {
    Kafka kafka = at(home, port);
    kafka.start();
    return kafka;
  }

  /** As {@link #start(Path, int)}, not yet started. */
  public static Kafka at(Path home, int port) {
    return new Kafka(home, port);
  }

  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** Creates a topic unless it exists; the broker never creates one on its own. */
  public void createTopic(String name, int partitions, Duration kept) {
    broker.createTopic(name, partitions, kept);
  }

  @Override
  protected ProcessBuilder command() {
    Path properties = data().resolve("server.properties");
    Path logs = data().resolve("logs");
    try {
      Files.writeString(properties, properties(logs));
      if (!Files.exists(logs.resolve("meta.properties"))) {
        format(properties);
      }
    } catch (IOException e) {
      throw new PartFailed("Kafka's storage " + logs + " cannot be prepared: " + e.getMessage(), e);
    }
    return java("kafka.Kafka", properties.toString());
  }

  // The short session lets a killed broker come back in seconds: it waits for its own old
  // registration to lapse.
  private String properties(Path logs) {
    return """
        process.roles=broker,controller
        node.id=1
        listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
        advertised.listeners=PLAINTEXT://localhost:%1$d
        controller.listener.names=CONTROLLER
        controller.quorum.voters=1@localhost:%2$d
        log.dirs=%3$s
        auto.create.topics.enable=false
        num.partitions=6
        default.replication.factor=1
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=6
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=6
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        broker.heartbeat.interval.ms=1000
        broker.session.timeout.ms=4000
        log.cleaner.dedupe.buffer.size=8388608
        num.network.threads=2
        num.io.threads=4
        """
        .formatted(port(), controllerPort, logs);
  }

  private void format(Path properties) throws IOException {
    ProcessBuilder format =
        java("kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", properties.toString());
    format
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    Process process = format.start();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException("formatting failed, see " + log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailed("Interrupted while formatting Kafka's storage", e);
    }
  }

  private ProcessBuilder java(String main, String... arguments) {
    Home house = Home.find();
    String classPath = house.prepared("kafka/lib") + "/*:" + house.prepared("lib") + "/*";
    List<String> command = new ArrayList<>();
    command.add(Home.java());
    command.addAll(COMPILE_LATER);
    command.addAll(JVM);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  @Override
  protected void settle() {
    broker.createTopics();
  }

  @Override
  protected boolean answers() {
    return Ports.answers(port()) && broker.answers();
  }
}
