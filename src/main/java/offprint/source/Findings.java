package offprint.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is to be told about one article; the same finding only once. */
public final class Findings {
  private final Set<Finding> all = new LinkedHashSet<>();

  public void info(String code, Place place, String message, @Nullable String hint) {
    all.add(new Finding(Finding.Severity.INFO, code, place, message, hint));
  }

  public void warning(String code, Place place, String message, @Nullable String hint) {
    all.add(new Finding(Finding.Severity.WARNING, code, place, message, hint));
  }

  public void error(String code, Place place, String message, @Nullable String hint) {
    all.add(new Finding(Finding.Severity.ERROR, code, place, message, hint));
  }

  /** Adds all of others. */
  public void add(Findings others) {
    all.addAll(others.all);
  }

  /** As an author goes through a file: by line and column, what concerns it as a whole last. */
  public List<Finding> list() {
    List<Finding> list = new ArrayList<>(all);
    list.sort(
        Comparator.comparing((Finding f) -> f.place().line() == 0)
            .thenComparing(f -> f.place().line())
            .thenComparing(f -> f.place().column()));
    return list;
  }

  public boolean hasErrors() {
    return all.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
  }

  public boolean hasWarnings() {
    return all.stream().anyMatch(f -> f.severity() == Finding.Severity.WARNING);
  }
}
