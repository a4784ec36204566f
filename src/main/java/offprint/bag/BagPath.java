package offprint.bag;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Paths as manifests have them: from the bag's folder on, {@code /} between folders. */
final class BagPath {
  static final String PAYLOAD = "data/";

  private static final Pattern ABSOLUTE =
      Pattern.compile("[/\\\\~].*|[A-Za-z]:.*|%\\w+%.*", Pattern.DOTALL);
  private static final Pattern STRAY_PERCENT = Pattern.compile("%(?!0[AaDd]|25)");

  // Names that one system cannot have (RFC 8493, section 5.2.2).
  private static final Pattern UNPORTABLE =
      Pattern.compile(
          ".*[<>:\"|?*\\\\\\p{Cntrl}].*|.*[. ]|(?i:CON|PRN|AUX|NUL|COM[1-9]|LPT[1-9])(?:\\..*)?",
          Pattern.DOTALL);
  private static final Set<String> OF_THE_SYSTEM = Set.of(".ds_store", "thumbs.db", "desktop.ini");

  private BagPath() {}

  /** As a manifest has it (RFC 8493, section 2.1.3). */
  static String encoded(String path) {
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
  }

  /** A manifest's path as BagIt 1.0 has it; null where a percent sign is not encoded. */
  static @Nullable String decoded(String path) {
    return STRAY_PERCENT.matcher(path).find() ? null : lineEnds(path).replace("%25", "%");
  }

  /** A manifest's path as the drafts before BagIt 1.0 have it. */
  static String lineEnds(String path) {
    return path.replaceAll("%0[Aa]", "\n").replaceAll("%0[Dd]", "\r");
  }

  /** What is wrong with where a path leads; null where nothing is. */
  static @Nullable String astray(String path, boolean ofTags) {
    if (ABSOLUTE.matcher(path).matches() || List.of(path.split("[/\\\\]")).contains("..")) {
      return "leads out of the bag";
    }
    if (path.startsWith(PAYLOAD) == ofTags) {
      return ofTags ? "is of the payload, and here are tag files" : "is no path in data/";
    }
    return null;
  }

  /** What will not survive everywhere in a path; null where all will. */
  static @Nullable String unportable(String path) {
    if (!Normalizer.isNormalized(path, Normalizer.Form.NFC)) {
      return "is not in Unicode's form NFC, so that some systems write it otherwise";
    }
    if (path.indexOf('%') >= 0) {
      return "has a percent sign, which manifests encode and many tools do not decode";
    }
    for (String name : path.split("/")) {
      if (OF_THE_SYSTEM.contains(name.toLowerCase(Locale.ROOT))) {
        return "is an operating system's, which may take it away or write it anew";
      }
      if (UNPORTABLE.matcher(name).matches()) {
        return "has a name that some systems cannot have";
      }
    }
    return null;
  }

  /** Whether an operating system made the file for itself. */
  static boolean isOfTheSystem(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return OF_THE_SYSTEM.contains(name.toLowerCase(Locale.ROOT));
  }

  /** The same for paths that some systems cannot hold beside each other. */
  static String folded(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
