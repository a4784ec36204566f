package offprint.web;

import offprint.document.LinkList;
import offprint.document.Sighting;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/** Tells of links that lead nowhere, or elsewhere, at each place where they stand. */
public final class LinkReport {
  private LinkReport() {}

  public static void tell(LinkList links, Findings findings) {
    for (LinkList.Entry link : links.entries()) {
      Sighting seen = link.seen();
      String status = seen == null ? null : seen.status();
      if (seen != null && status != null) {
        link.places().forEach(place -> tell(link, seen, status, place, findings));
      }
    }
  }

  private static void tell(
      LinkList.Entry link, Sighting seen, String status, Place place, Findings findings) {
    String page = "'" + link.page() + "'";
    if (seen.notFound()) {
      findings.error("dead-link", place, page + " was not found (" + status + ")", remedy(link));
    } else if (status.equals(NoAnswer.BAD_ADDRESS)) {
      findings.error("bad-address", place, page + " is no address of a page", "mend it");
    } else if (status.startsWith("2")) {
      if (seen.permanent()) {
        findings.info(
            "moved-link",
            place,
            page + " has moved for good, to " + seen.redirect(),
            "write the new address");
      }
    } else if (status.equals(NoAnswer.NOT_ASKED)) {
      findings.info(
          "not-asked",
          place,
          page + " was not asked for: the server's robots.txt says to keep away",
          "look at it in a browser");
    } else {
      findings.warning("doubtful-link", place, page + ": " + doubt(status), hint(status));
    }
  }

  private static String remedy(LinkList.Entry link) {
    Sighting.Copy copy = link.copy();
    return copy == null
        ? "mend it, or look for an archived copy with --archived"
        : "mend it; the editions name the copy of " + copy.date() + ", " + copy.address();
  }

  private static String doubt(String status) {
    return switch (status) {
      case NoAnswer.PRIVATE -> "this is of your own network, and was not asked for";
      case NoAnswer.BUSY -> "the server is to be left alone for a while";
      case NoAnswer.TIMEOUT -> "there was no answer in time";
      case NoAnswer.UNTRUSTED -> "the server's certificate cannot be trusted";
      case NoAnswer.UNREACHABLE -> "there was no connection";
      case NoAnswer.BROKEN_OFF -> "the answer broke off";
      case NoAnswer.REDIRECTS -> "it sends on and on, or nowhere";
      default -> "the server said " + status;
    };
  }

  private static @Nullable String hint(String status) {
    return switch (status) {
      case NoAnswer.PRIVATE -> "your readers cannot follow it; --private asks all the same";
      case "401", "402", "403", "429" -> "it may be open to a browser";
      default -> "look at it in a browser, or check again later";
    };
  }
}
