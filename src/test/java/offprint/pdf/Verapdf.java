package offprint.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF's judgement: PDF/A-3a and PDF/UA-1 at once. */
public final class Verapdf {
  private static final List<PDFAFlavour> FLAVOURS =
      List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1);

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private Verapdf() {}

  /** Fails with what veraPDF has against the file. */
  public static void assertValid(byte[] pdf) {
    assertThat(complaints(pdf)).as("what veraPDF says").isEmpty();
  }

  /** What veraPDF has against a file: rule, place and reason. */
  public static List<String> complaints(byte[] pdf) {
    List<String> complaints = new ArrayList<>();
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_A);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(FLAVOURS)) {
      for (ValidationResult result : validator.validateAll(parser)) {
        for (TestAssertion assertion : result.getTestAssertions()) {
          if (assertion.getStatus() == TestAssertion.Status.FAILED) {
            complaints.add(complaint(result, assertion));
          }
        }
        if (!result.isCompliant() && complaints.isEmpty()) {
          complaints.add(result.getPDFAFlavour() + ": not compliant");
        }
      }
    } catch (Exception e) {
      throw new AssertionError("veraPDF cannot read the file", e);
    }
    return complaints;
  }

  private static String complaint(ValidationResult result, TestAssertion assertion) {
    return result.getPDFAFlavour().getId()
        + " "
        + assertion.getRuleId().getClause()
        + "-"
        + assertion.getRuleId().getTestNumber()
        + " "
        + assertion.getMessage()
        + "\n    at "
        + assertion.getLocation().getContext()
        + "\n    "
        + assertion.getErrorMessage();
  }
}
