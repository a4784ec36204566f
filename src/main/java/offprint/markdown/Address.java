package offprint.markdown;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address in its parts (RFC 3986, appendix B), as it was written. Unlike {@code java.net.URI} it
 * takes whatever stands in an article.
 */
record Address(
    @Nullable String scheme,
    @Nullable String authority,
    String path,
    @Nullable String query,
    @Nullable String fragment) {

  // A scheme of one letter is a drive.
  private static final Pattern PARTS =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+.-]+):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?",
          Pattern.DOTALL);

  static Address of(String written) {
    Matcher parts = PARTS.matcher(written);
    if (!parts.matches()) {
      throw new IllegalStateException("every text is an address");
    }
    return new Address(
        parts.group(1), parts.group(2), parts.group(3), parts.group(4), parts.group(5));
  }

  /**
   * What two spellings of one address have in common: scheme and host in lower case, no default
   * port, no empty fragment, and a path where a host has none (RFC 3986, section 6.2).
   */
  String key() {
    String sameScheme = scheme == null ? null : scheme.toLowerCase(Locale.ROOT);
    String sameFragment = fragment == null || fragment.isEmpty() ? null : fragment;
    if (authority == null) {
      return new Address(sameScheme, null, path, query, sameFragment).toString();
    }
    int user = authority.lastIndexOf('@') + 1;
    String host = authority.substring(user).toLowerCase(Locale.ROOT);
    int colon = host.lastIndexOf(':');
    String port = colon > host.lastIndexOf(']') ? host.substring(colon + 1) : "";
    boolean usual =
        port.isEmpty()
            || port.equals("80") && "http".equals(sameScheme)
            || port.equals("443") && "https".equals(sameScheme);
    String sameHost = usual && colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    return new Address(
            sameScheme,
            authority.substring(0, user) + sameHost,
            path.isEmpty() ? "/" : path,
            query,
            sameFragment)
        .toString();
  }

  /** Where a reference leads that stands at this address (RFC 3986, section 5.2.2). */
  Address resolve(Address reference) {
    if (reference.scheme != null) {
      return reference;
    }
    if (reference.authority != null) {
      return new Address(
          scheme, reference.authority, flat(reference.path), reference.query, reference.fragment);
    }
    if (reference.path.isEmpty()) {
      return new Address(
          scheme,
          authority,
          path,
          reference.query != null ? reference.query : query,
          reference.fragment);
    }
    String merged = reference.path.startsWith("/") ? reference.path : merged(reference.path);
    return new Address(scheme, authority, flat(merged), reference.query, reference.fragment);
  }

  private String merged(String relative) {
    if (authority != null && path.isEmpty()) {
      return "/" + relative;
    }
    return path.substring(0, path.lastIndexOf('/') + 1) + relative;
  }

  // RFC 3986, section 5.2.4.
  private static String flat(String path) {
    ArrayDeque<String> kept = new ArrayDeque<>();
    String[] segments = path.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      switch (segments[i]) {
        case "." -> {
          if (last) {
            kept.addLast("");
          }
        }
        case ".." -> {
          if (kept.size() > 1 || !kept.isEmpty() && !kept.getFirst().isEmpty()) {
            kept.removeLast();
          }
          if (last) {
            kept.addLast("");
          }
        }
        default -> kept.addLast(segments[i]);
      }
    }
    return String.join("/", kept);
  }

  @Override
  public String toString() {
    StringBuilder written = new StringBuilder();
    if (scheme != null) {
      written.append(scheme).append(':');
    }
    if (authority != null) {
      written.append("//").append(authority);
    }
    written.append(path);
    if (query != null) {
      written.append('?').append(query);
    }
    if (fragment != null) {
      written.append('#').append(fragment);
    }
    return written.toString();
  }
}
