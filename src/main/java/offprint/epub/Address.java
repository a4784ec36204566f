package offprint.epub;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An author's address as an {@code href} takes it. */
final class Address {
  // What a reading system hands on to another program, all registered with IANA: of any other
  // scheme epubcheck warns (HTM-025), and file: and data: are errors (RSC-029, RSC-030).
  private static final Set<String> SCHEMES =
      Set.of(
          "http", "https", "mailto", "ftp", "tel", "sms", "geo", "news", "irc", "xmpp", "sip",
          "sips");

  private Address() {}

  /**
   * @param address as the author wrote it
   * @param base what a relative address is resolved against; null for nothing
   * @return percent-encoded, in ASCII; null for one that leads nowhere from a book: relative
   *     without a base, of a scheme that reading systems do not open, or none at all
   */
  static @Nullable String href(String address, @Nullable String base) {
    URI uri = parse(address.strip());
    if (uri != null && !uri.isAbsolute() && base != null) {
      URI from = parse(base.strip());
      uri = from == null || !from.isAbsolute() || from.isOpaque() ? null : from.resolve(uri);
    }
    if (uri == null || uri.getScheme() == null) {
      return null;
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean hasHost = uri.getHost() != null;
    boolean isWeb = scheme.equals("http") || scheme.equals("https") || scheme.equals("ftp");
    return SCHEMES.contains(scheme) && (hasHost || !isWeb) ? uri.toString() : null;
  }

  private static @Nullable URI parse(String address) {
    if (address.isEmpty()) {
      return null;
    }
    try {
      return new URI(encode(withAsciiHost(address)));
    } catch (URISyntaxException e) {
      return null;
    }
  }

  // What may stand in a URI stays (RFC 3986, section 2); a percent sign stays only where it
  // encodes. Brackets belong to an IPv6 host, and a second number sign to nothing.
  private static String encode(String address) {
    StringBuilder encoded = new StringBuilder(address.length() + 16);
    int pathStart = pathStart(address);
    boolean fragment = false;
    for (int i = 0; i < address.length(); ) {
      int c = address.codePointAt(i);
      boolean keep =
          switch (c) {
            case '%' -> isHex(address, i + 1) && isHex(address, i + 2);
            case '[', ']' -> i < pathStart;
            case '#' -> !fragment;
            default -> isUriCharacter(c);
          };
      fragment |= c == '#';
      if (keep) {
        encoded.append((char) c);
      } else {
        percent(encoded, c);
      }
      i += Character.charCount(c);
    }
    return encoded.toString();
  }

  private static boolean isUriCharacter(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || "-._~:/?@!$&'()*+,;=".indexOf(c) >= 0;
  }

  private static boolean isHex(String text, int offset) {
    return offset < text.length() && "0123456789abcdefABCDEF".indexOf(text.charAt(offset)) >= 0;
  }

  private static void percent(StringBuilder encoded, int c) {
    // An unpaired surrogate becomes a question mark here, which UTF-8 can say.
    for (byte b : new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8)) {
      encoded.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
    }
  }

  // Names in other scripts are looked up in their ASCII form (RFC 3490).
  private static String withAsciiHost(String address) {
    int end = pathStart(address);
    int start = address.indexOf("//") + 2;
    String host = address.substring(Math.min(start, end), end);
    if (host.chars().allMatch(c -> c < 0x80)) {
      return address;
    }
    try {
      return address.substring(0, start) + IDN.toASCII(host) + address.substring(end);
    } catch (IllegalArgumentException e) {
      return address; // no host name: parsing says so
    }
  }

  /** Where the path, query or fragment begins: behind the host, or at the start where none is. */
  private static int pathStart(String address) {
    int slashes = address.indexOf("//");
    if (slashes < 0 || !address.substring(0, slashes).matches("([A-Za-z][A-Za-z0-9+.-]*:)?")) {
      return 0;
    }
    int end = slashes + 2;
    while (end < address.length() && "/?#\\".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
