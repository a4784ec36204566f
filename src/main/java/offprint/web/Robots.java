package offprint.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server's {@code robots.txt} lets us ask for (RFC 9309). */
final class Robots {
  /** Where there is no such file. */
  static final Robots WELCOME = new Robots(List.of());

  /** Where the server cannot say (section 2.3.1.4). */
  static final Robots KEEP_OUT = new Robots(List.of(new Rule(false, "/")));

  /** In bytes: how much of the file is read (section 2.5). */
  static final int LENGTH = 500 * 1024;

  private static final String US = "offprint";
  private static final Pattern LINE = Pattern.compile("\\s*([A-Za-z-]+)\\s*:\\s*([^#]*)");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z_-]+|\\*");

  private final List<Rule> rules;

  private record Rule(boolean allow, String pattern) {}

  private Robots(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** The rules for us; those for all where there are none (section 2.2.1). */
  static Robots of(String text) {
    List<Rule> ours = new ArrayList<>();
    List<Rule> everybodys = new ArrayList<>();
    boolean isNamed = false;
    boolean toUs = false;
    boolean toAll = false;
    boolean naming = false;
    // Some editors put a byte order mark first.
    for (String written : text.replaceFirst("^\uFEFF", "").split("\\r\\n|[\\r\\n]")) {
      Matcher line = LINE.matcher(written);
      if (!line.lookingAt()) {
        continue;
      }
      String value = line.group(2).strip();
      String key = line.group(1).toLowerCase(Locale.ROOT);
      if (key.equals("user-agent")) {
        if (!naming) {
          toUs = false;
          toAll = false;
        }
        naming = true;
        Matcher token = TOKEN.matcher(value);
        String name = token.lookingAt() ? token.group().toLowerCase(Locale.ROOT) : "";
        toUs |= name.equals(US);
        toAll |= name.equals("*");
        isNamed |= toUs;
      } else if (key.equals("allow") || key.equals("disallow")) {
        naming = false;
        Rule rule = new Rule(key.equals("allow"), normal(value));
        if (toUs && !value.isEmpty()) {
          ours.add(rule);
        }
        if (toAll && !value.isEmpty()) {
          everybodys.add(rule);
        }
      }
    }
    return new Robots(isNamed ? ours : everybodys);
  }

  /**
   * By the rule that says most; of two that say as much, by the kinder one (section 2.2.2).
   *
   * @param path with its query
   */
  boolean mayAsk(String path) {
    String normal = normal(path);
    boolean may = true;
    int most = -1;
    for (Rule rule : rules) {
      int length = rule.pattern.length();
      if ((length > most || length == most && rule.allow) && matches(rule.pattern, normal)) {
        most = length;
        may = rule.allow;
      }
    }
    return may;
  }

  /** Where {@code *} is anything, and {@code $} at the end the end. */
  private static boolean matches(String rule, String path) {
    boolean whole = rule.endsWith("$");
    String pattern = whole ? rule.substring(0, rule.length() - 1) : rule + "*";
    int p = 0;
    int s = 0;
    int star = -1;
    int resume = 0;
    while (s < path.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = s;
      } else if (p < pattern.length() && pattern.charAt(p) == path.charAt(s)) {
        p++;
        s++;
      } else if (star >= 0) {
        p = star + 1;
        s = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** All octets that may be encoded are, and no others. */
  private static String normal(String path) {
    StringBuilder normal = new StringBuilder();
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int octet = bytes[i] & 0xFF;
      boolean encoded =
          octet == '%'
              && i + 2 < bytes.length
              && HexFormat.isHexDigit(bytes[i + 1])
              && HexFormat.isHexDigit(bytes[i + 2]);
      if (encoded) {
        octet = HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2]);
        i += 2;
      }
      boolean unreserved =
          octet < 0x80 && (Character.isLetterOrDigit(octet) || "-._~".indexOf(octet) >= 0);
      if (unreserved || !encoded && octet > ' ' && octet < 0x7F) {
        normal.append((char) octet);
      } else {
        normal.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) octet));
      }
    }
    return normal.toString();
  }
}
