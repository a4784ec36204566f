package offprint.bag;

import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * How much is forgiven. What the RFC forbids and the drafts before it left open, or many tools did
 * all the same, is an error in a bag of version 1.0 and a warning in earlier ones.
 */
record Strictness(Declaration declaration, Findings findings) {
  void error(String code, Place place, String message) {
    findings.error(code, place, message, null);
  }

  void warning(String code, Place place, String message) {
    findings.warning(code, place, message, null);
  }

  void oddity(Place place, String message) {
    if (declaration.isFinal()) {
      error("not-bagit", place, message);
    } else {
      warning("not-bagit", place, message);
    }
  }

  /** A path of a tag file as it is on the disk; null, with a finding, where it leads astray. */
  @Nullable String path(Place place, String written, boolean ofTags, BagFiles files) {
    String path = written;
    if (path.startsWith("./")) {
      warning("not-bagit", place, "'./' before a path says nothing");
      path = path.substring(2);
    }
    String astray = BagPath.astray(path, ofTags);
    if (astray != null) {
      error("stray-path", place, "'" + path + "' " + astray);
      return null;
    }
    if (!declaration.isFinal()) {
      return files.has(path) ? path : BagPath.lineEnds(path);
    }
    String decoded = BagPath.decoded(path);
    if (decoded == null) {
      error("not-bagit", place, "a percent sign in a path is written '%25': '" + path + "'");
      return path;
    }
    return decoded;
  }
}
