package io.aftercare.benchmark.load;

import io.aftercare.benchmark.house.Broken;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Kept connections to one service, all served by one thread. */
public final class HttpLoad implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final EventLoopGroup group =
      new NioEventLoopGroup(1, new DefaultThreadFactory("load", true));
  private final EventLoop loop = group.next();
  private final List<Wire> wires = new ArrayList<>();

  /**
   * Connects.
   *
   * @param port of the service on this machine
   */
  public HttpLoad(int port, int connections, Requests requests) {
    Bootstrap bootstrap =
        new Bootstrap()
            .group(group)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .remoteAddress(InetAddress.getLoopbackAddress(), port);
    for (int i = 0; i < connections; i++) {
      Wire wire = new Wire(i, requests);
      wires.add(wire);
      bootstrap.handler(pipeline(wire)).connect().syncUninterruptibly();
    }
  }

  private static ChannelInitializer<Channel> pipeline(Wire wire) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        channel
            .pipeline()
            .addLast(
                new HttpResponseDecoder(
                    new HttpDecoderConfig().setValidateHeaders(false).setMaxChunkSize(65_536)),
                wire);
      }
    };
  }

  /** Sends requests at this pace and measures the answers. */
  public Measured run(Pace pace) {
    return await(Run.at(pace, wires, loop), pace.warmUp().plus(pace.time()));
  }

  /**
   * Sends one request on every connection at the same moment and measures until all are answered.
   */
  public Measured oneEach() {
    return await(new OneEach(wires), Duration.ZERO);
  }

  private Measured await(Run run, Duration time) {
    loop.execute(run::start);
    try {
      return run.done().get(time.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new Broken("The load failed: " + e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new Broken("No end of the load within " + PATIENCE.toSeconds() + " s of its time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Broken("Interrupted", e);
    }
  }

  @Override
  public void close() {
    wires.forEach(Wire::close);
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
