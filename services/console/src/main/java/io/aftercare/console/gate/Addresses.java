package io.aftercare.console.gate;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the addresses in a service's answer into those the page can follow.
 *
 * @param area whose answer it is
 * @param service where the console reaches the service, without a path
 */
record Addresses(Area area, URI service) {

  private static final Pattern TARGET = Pattern.compile("<([^>]*)>");

  /** A {@code Location}: absolute or from the service's root; anything else is left as it is. */
  String location(String address) {
    var root = service.getScheme() + "://" + service.getRawAuthority();
    var way = address.startsWith(root + "/") ? address.substring(root.length()) : address;
    var fromRoot = way.startsWith("/") && !way.startsWith("//");
    return fromRoot ? area.root() + way : address;
  }

  /** A {@code Link} header (RFC 8288): every target in it. */
  String links(String header) {
    return TARGET
        .matcher(header)
        .replaceAll(found -> Matcher.quoteReplacement("<" + location(found.group(1)) + ">"));
  }
}
