package offprint.markdown;

import org.commonmark.node.Block;
import org.commonmark.parser.block.AbstractBlockParser;

/** Parses a block that holds blocks of any kind. */
abstract class OpenBlockParser extends AbstractBlockParser {
  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean canContain(Block child) {
    return true;
  }
}
