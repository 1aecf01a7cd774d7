package io.aftercare.console.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A browser with cookies of its own; {@link #loggedIn()} one goes through the whole log-in first.
 */
public final class Browser {

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client;
  private final String console =
      ConfigProvider.getConfig().getValue("test.url", String.class).replaceAll("/$", "");

  private Browser(Redirect redirect) {
    client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(redirect).build();
  }

  /** Knows nobody, and shows redirects instead of following them. */
  public static Browser fresh() {
    return new Browser(Redirect.NEVER);
  }

  /** Has been to the page and through the log-in. */
  public static Browser loggedIn() {
    var browser = new Browser(Redirect.NORMAL);
    browser.get("/");
    return browser;
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(console + path)).GET());
  }

  /** As the page posts: with its header. */
  public HttpResponse<String> post(String path, String json) {
    return send(posting(path, json).header("X-Aftercare", "1"));
  }

  /** As a form on a foreign site would post. */
  public HttpResponse<String> postFromElsewhere(String path, String json) {
    return send(posting(path, json));
  }

  public List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  private HttpRequest.Builder posting(String path, String json) {
    return HttpRequest.newBuilder(URI.create(console + path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
