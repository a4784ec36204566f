package offprint.source;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses in ASCII, as a PDF holds them (ISO 32000-1, 12.6.4.7) and servers are asked for them.
 */
public final class WebAddress {
  // RFC 3986, section 3.2, without the port and what stands before the host.
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "^([A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?)([^/?#:@\\[]+)(.*)$", Pattern.DOTALL);
  private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final String FORBIDDEN = " \"<>\\^`{|}";

  private WebAddress() {}

  /**
   * Of an IRI: its host by IDNA, the rest of what ASCII lacks as escaped UTF-8 (RFC 3987, section
   * 3.1), and so are brackets but those of a host. What is escaped already stays so.
   */
  public static String ascii(String address) {
    Matcher parts = AUTHORITY.matcher(address);
    if (parts.matches()) {
      return escaped(parts.group(1))
          + host(parts.group(2))
          + escaped(parts.group(3)).replace("[", "%5B").replace("]", "%5D");
    }
    return escaped(address);
  }

  private static String host(String host) {
    if (host.chars().allMatch(c -> c < 0x80)) {
      return escaped(host);
    }
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      return escaped(host); // no name that DNS knows; RFC 3987 lets it be escaped
    }
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    String whole = LONE_PERCENT.matcher(text).replaceAll("%25");
    for (byte b : whole.getBytes(StandardCharsets.UTF_8)) {
      if (b > ' ' && b < 0x7F && FORBIDDEN.indexOf(b) < 0) {
        escaped.append((char) b);
      } else {
        escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return escaped.toString();
  }
}
