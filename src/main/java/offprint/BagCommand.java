package offprint;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code offprint bag}: articles for keeping, each in a bag with all that it was made from. */
@Command(
    name = "bag",
    customSynopsis = "offprint bag ARTICLE... [-d DIR] [OPTION...]",
    description = {
      "Put each article into a bag for keeping (BagIt, RFC 8493): PDF, EPUB, the Markdown and all"
          + " else that they were made from, what was found, and what a catalogue needs.",
      "The bag of article.md is the folder article-bag."
    },
    sortOptions = false,
    usageHelpAutoWidth = true)
final class BagCommand {
  @Mixin final JobTicket ticket = new JobTicket();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "print this")
  private boolean help;
}
