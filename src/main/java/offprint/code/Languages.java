package offprint.code;

import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CPlusPlusTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CSSTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CSharpTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.ClojureTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DartTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DockerTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.GoTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.GroovyTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.HTMLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.IniTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JavaScriptTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JavaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JsonTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.KotlinTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LatexTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LessTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LispTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LuaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.MakefileTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PHPTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PerlTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PowerShellTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.ProtoTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PythonTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.RubyTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.RustTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.SQLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.ScalaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.TypeScriptTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.UnixShellTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.WindowsBatchTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.XMLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.YamlTokenMaker;
import org.jspecify.annotations.Nullable;

/** The languages that are known, by the names that authors use. */
final class Languages {
  private Languages() {}

  /**
   * @param name in lower case
   * @return null where the language is not known
   */
  static @Nullable TokenMaker of(String name) {
    return switch (name) {
      case "bat", "batch", "cmd", "dosbatch" -> new WindowsBatchTokenMaker();
      case "c", "h" -> new CTokenMaker();
      case "c++", "cpp", "cc", "cxx", "hpp", "objective-c", "objc" -> new CPlusPlusTokenMaker();
      case "c#", "cs", "csharp" -> new CSharpTokenMaker();
      case "clj", "clojure", "edn" -> new ClojureTokenMaker();
      case "css" -> new CSSTokenMaker();
      case "dart" -> new DartTokenMaker();
      case "dockerfile", "docker" -> new DockerTokenMaker();
      case "go", "golang" -> new GoTokenMaker();
      case "groovy", "gradle" -> new GroovyTokenMaker();
      case "html", "xhtml", "htm", "vue", "svelte" -> new HTMLTokenMaker();
      case "ini", "toml", "cfg", "conf", "properties" -> new IniTokenMaker();
      case "java", "jshell" -> new JavaTokenMaker();
      case "javascript", "js", "jsx", "mjs", "cjs", "node" -> new JavaScriptTokenMaker();
      case "json", "json5", "jsonc", "jsonl" -> new JsonTokenMaker();
      case "kotlin", "kt", "kts" -> new KotlinTokenMaker();
      case "latex", "tex" -> new LatexTokenMaker();
      case "less", "scss" -> new LessTokenMaker();
      case "lisp", "elisp", "scheme", "racket" -> new LispTokenMaker();
      case "lua" -> new LuaTokenMaker();
      case "make", "makefile", "mk" -> new MakefileTokenMaker();
      case "perl", "pl" -> new PerlTokenMaker();
      case "php" -> new PHPTokenMaker();
      case "powershell", "ps1", "pwsh" -> new PowerShellTokenMaker();
      case "proto", "protobuf" -> new ProtoTokenMaker();
      case "python", "py", "python3" -> new PythonTokenMaker();
      case "ruby", "rb" -> new RubyTokenMaker();
      case "rust", "rs" -> new RustTokenMaker();
      case "scala" -> new ScalaTokenMaker();
      case "sh", "bash", "shell", "zsh", "ksh" -> new UnixShellTokenMaker();
      case "sql", "mysql", "postgres", "postgresql", "plsql", "sqlite" -> new SQLTokenMaker();
      case "typescript", "ts", "tsx", "mts" -> new TypeScriptTokenMaker();
      case "xml", "svg", "xsd", "xsl", "xslt", "rss", "plist" -> new XMLTokenMaker();
      case "yaml", "yml" -> new YamlTokenMaker();
      default -> null;
    };
  }
}
