package offprint.bag;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.source.Place;

/** Whether what a bag tells of itself is true as far as can be seen (RFC 8493, section 2.2.2). */
record Telling(BagInfo info, Strictness strictness) {
  static final String OXUM = "Payload-Oxum";
  static final String DATE = "Bagging-Date";

  private static final Pattern OCTETS_AND_STREAMS = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

  /**
   * @param whole whether all files are there, so that they can be counted
   */
  void check(BagFiles files, boolean whole) {
    List<BagInfo.Element> sums = info.all(OXUM);
    if (sums.size() > 1) {
      strictness.oddity(sums.get(1).place(), OXUM + " stands here a second time");
    }
    for (BagInfo.Element sum : sums) {
      check(sum, files, whole);
    }
    for (BagInfo.Element date : info.all(DATE)) {
      if (!date.value().matches("\\d{4}-\\d{2}-\\d{2}")) {
        strictness.warning("bad-bag-info", date.place(), "a date is written as 2025-12-31");
      }
    }
  }

  private void check(BagInfo.Element sum, BagFiles files, boolean whole) {
    Matcher matcher = OCTETS_AND_STREAMS.matcher(sum.value());
    if (!matcher.matches()) {
      strictness.error(
          "payload-oxum", sum.place(), "here stand the payload's octets, a point and its files");
      return;
    }
    try {
      String found = of(files);
      if (whole
          && !found.equals(
              Long.parseLong(matcher.group(1)) + "." + Long.parseLong(matcher.group(2)))) {
        strictness.error(
            "payload-oxum", sum.place(), "the payload has " + found + ", and not " + sum.value());
      }
    } catch (IOException e) {
      strictness.error("unreadable", Place.of(sum.place().file()), "the payload cannot be read");
    }
  }

  /** The octets of a payload, a point, and its files. */
  static String of(BagFiles files) throws IOException {
    long octets = 0;
    for (String path : files.payload()) {
      octets += Files.size(files.file(path));
    }
    return octets + "." + files.payload().size();
  }
}
