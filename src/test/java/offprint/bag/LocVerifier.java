package offprint.bag;

import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/** The Library of Congress's own verifier. */
public final class LocVerifier {
  private LocVerifier() {}

  /** Fails with what the library says of the bag, unless it is complete and valid. */
  public static void assertValid(Path folder) {
    try (BagVerifier verifier = new BagVerifier()) {
      Bag bag = new BagReader().read(folder);
      verifier.isComplete(bag, false);
      verifier.isValid(bag, false);
      Assertions.assertThat(BagVerifier.canQuickVerify(bag)).isTrue();
      BagVerifier.quicklyVerify(bag);
    } catch (Exception e) {
      throw new AssertionError(folder + " is no valid bag: " + e, e);
    }
  }
}
