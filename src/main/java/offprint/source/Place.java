package offprint.source;

/**
 * A place in a file, as compilers name it.
 *
 * @param file the file as the user named it
 * @param line from 1; 0 where the whole file is meant
 * @param column in code points from 1; 0 where the whole line is meant
 */
public record Place(String file, int line, int column) {
  /** The file as a whole. */
  public static Place of(String file) {
    return new Place(file, 0, 0);
  }

  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
