package offprint.epub;

import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.MessageId;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import com.adobe.epubcheck.util.ReportingLevel;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What epubcheck 5.3.0 has to say about a book, from FATAL down to USAGE. */
public final class Epubcheck {
  private Epubcheck() {}

  /**
   * All messages, one a line each; empty for a book that is as it should be.
   *
   * @param epub the whole file
   */
  public static List<String> messages(byte[] epub) {
    List<String> messages = new ArrayList<>();
    EpubCheck check =
        new EpubCheck(new ByteArrayInputStream(epub), new Everything(messages), "book.epub");
    check.setLocale(Locale.ENGLISH);
    check.check();
    return messages;
  }

  /** A report that leaves nothing out. */
  private static final class Everything extends MasterReport {
    private final List<String> messages;

    Everything(List<String> messages) {
      this.messages = messages;
      setReportingLevel(ReportingLevel.Usage);
    }

    @Override
    public void message(Message message, EPUBLocation location, Object... arguments) {
      // A suppressed message is one that epubcheck itself has decided never to show; and that a
      // sheet names a face is no fault of it, where a face is needed.
      if (message.getSeverity() != Severity.SUPPRESSED && message.getID() != MessageId.CSS_028) {
        messages.add(
            message.getSeverity()
                + " "
                + message.getID()
                + " "
                + location
                + ": "
                + message.getMessage(arguments));
      }
    }

    @Override
    public void info(String resource, FeatureEnum feature, String value) {}

    @Override
    public int generate() {
      return 0;
    }

    @Override
    public void initialize() {}
  }
}
