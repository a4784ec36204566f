package offprint.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * A UUID of content: version 8 by SHA-256 of a namespace and a name (RFC 9562, section 5.8 and
 * appendix B.2). The name is what it is told, part by part, each with its length before it.
 */
public final class NameBasedUuid {
  // Ours.
  private static final UUID NAMESPACE = UUID.fromString("6f66ce1a-6f66-5072-a974-61727469636c");

  private final MessageDigest digest;

  public NameBasedUuid() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    digest.update(bytes(NAMESPACE));
  }

  public NameBasedUuid with(String part) {
    return with(part.getBytes(StandardCharsets.UTF_8));
  }

  public NameBasedUuid with(byte[] part) {
    digest.update(ByteBuffer.allocate(8).putLong(part.length).array());
    digest.update(part);
    return this;
  }

  /** The UUID, once it has been told everything. */
  public UUID uuid() {
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    long high = hash.getLong() & 0xffff_ffff_ffff_0fffL | 0x8000L;
    long low = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** The same as a URN (RFC 9562, section 4). */
  public String urn() {
    return urn(uuid());
  }

  public static String urn(UUID uuid) {
    return "urn:uuid:" + uuid;
  }

  /** In the order of the net, 16 of them. */
  public static byte[] bytes(UUID uuid) {
    return ByteBuffer.allocate(16)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }
}
