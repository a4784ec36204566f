package offprint.bag;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The checksums that a manifest may be of, those that every Java platform has. */
enum Checksum {
  MD5("MD5"),
  SHA1("SHA-1"),
  SHA224("SHA-224"),
  SHA256("SHA-256"),
  SHA384("SHA-384"),
  SHA512("SHA-512"),
  SHA512_224("SHA-512/224"),
  SHA512_256("SHA-512/256"),
  SHA3_224("SHA3-224"),
  SHA3_256("SHA3-256"),
  SHA3_384("SHA3-384"),
  SHA3_512("SHA3-512");

  private final String algorithm;

  Checksum(String algorithm) {
    this.algorithm = algorithm;
  }

  /** The checksum of a name in any spelling; null where there is none. */
  static @Nullable Checksum of(String name) {
    for (Checksum checksum : values()) {
      if (checksum.word().equals(normal(name))) {
        return checksum;
      }
    }
    return null;
  }

  /** As it stands in a manifest's name (RFC 8493, section 2.4). */
  String word() {
    return normal(algorithm);
  }

  MessageDigest digest() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
