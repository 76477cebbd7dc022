<?php

// The sources run on PHP 7.4: no syntax, no function and no class of PHP 8 stands in them.

declare(strict_types=1);

use IranDargah\Client;
use PhpParser\Lexer\Emulative;
use PhpParser\Node;
use PhpParser\NodeFinder;
use PhpParser\ParserFactory;
use PHPUnit\Framework\TestCase;

final class PhpFloorTest extends TestCase
{
    /** What PHP 8 has added to functions and classes, as far as anybody might reach for it here. */
    private const NEWER = [
        'array_all', 'array_any', 'array_find', 'array_is_list', 'fdiv', 'get_debug_type', 'get_mangled_object_vars',
        'get_resource_id', 'ini_parse_quantity', 'iterator_apply_keys', 'json_validate', 'mb_str_pad', 'mb_trim',
        'preg_last_error_msg', 'str_contains', 'str_decrement', 'str_ends_with', 'str_increment', 'str_starts_with',
        'Attribute', 'Fiber', 'InternalIterator', 'PhpToken', 'Stringable', 'UnhandledMatchError', 'ValueError', 'WeakMap',
    ];

    private const NEWER_TYPES = ['mixed', 'never', 'static', 'null', 'false', 'true'];

    /** @return iterable<string, array{string}> */
    public function sources(): iterable
    {
        $src = dirname((string) (new ReflectionClass(Client::class))->getFileName());
        // Those for frameworks stand in the repository, and in packages of their own.
        $frameworks = array_filter([__DIR__ . '/../laravel', __DIR__ . '/../woocommerce'], 'is_dir');
        foreach (array_merge([$src, "$src/../generated", __DIR__], $frameworks) as $folder) {
            $files = new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS));
            foreach ($files as $file) {
                if ($file->getExtension() === 'php') {
                    yield $file->getPathname() => [$file->getPathname()];
                }
            }
        }
    }

    /** @dataProvider sources */
    public function testNeedsNoMoreThanPhp74(string $file): void
    {
        self::assertSame([], self::newer((string) file_get_contents($file), basename($file) === 'scenarios.php'));
    }

    /** @return iterable<string, array{string}> */
    public function newerCode(): iterable
    {
        $snippets = [
            'enum Suit { case A; }', 'class A { public readonly int $a; }', '$a?->b();', '$a = match (1) { 1 => 2 };',
            'function f(int|string $a) {}', 'class A { function __construct(private int $a) {} }', 'f(a: 1);',
            'function f($a,) {}', 'function f(): static {}', 'function f(mixed $a) {}', '$f = strlen(...);',
            '$a = $b ?? throw new E();', 'try {} catch (E) {}', '$a::class;', 'str_contains("a", "b");', 'new WeakMap();',
            'class A { final const B = 1; }', '#[A] class B {}',
        ];
        foreach ($snippets as $snippet) {
            yield $snippet => [$snippet];
        }
    }

    /** @dataProvider newerCode */
    public function testNoticesNewerCode(string $snippet): void
    {
        self::assertNotSame([], self::newer("<?php $snippet", false));
    }

    /** @return string[] what is newer than PHP 7.4, and where */
    private static function newer(string $code, bool $mayUseFibers): array
    {
        $lexer = new Emulative(['phpVersion' => '7.4', 'usedAttributes' => ['startLine', 'endLine']]);
        try {
            $tree = (new ParserFactory())->create(ParserFactory::ONLY_PHP7, $lexer)->parse($code);
        } catch (PhpParser\Error $error) {
            return [$error->getMessage()];
        }
        $found = [];
        foreach ((new NodeFinder())->find($tree, [self::class, 'isNewer']) as $node) {
            $name = $node instanceof Node\Expr\New_ && $node->class instanceof Node\Name ? $node->class->toString() : '';
            if (!($mayUseFibers && $name === 'Fiber')) {
                $found[] = $node->getType() . " in line {$node->getStartLine()}";
            }
        }
        // A comma after the last parameter leaves no trace in the tree; an attribute is a comment only to the line's end.
        $bare = (string) preg_replace("~/\\*.*?\\*/|'(?:[^'\\\\]|\\\\.)*'~s", '', $code);
        foreach (['/function\s*\w*\s*\([^()]*,\s*\)\s*[:{]/', '/#\[.*\][^\S\n]*\S/'] as $pattern) {
            if (preg_match($pattern, $bare) === 1) {
                $found[] = $pattern;
            }
        }
        return $found;
    }

    public static function isNewer(Node $node): bool
    {
        $named = $node instanceof Node\Expr\FuncCall || $node instanceof Node\Expr\New_ ? $node->name ?? $node->class : null;
        return $node instanceof Node\UnionType
            || $node instanceof Node\IntersectionType
            || $node instanceof Node\VariadicPlaceholder
            || $node instanceof Node\Expr\Throw_
            || $node instanceof Node\Expr\Match_
            || $node instanceof Node\Expr\NullsafeMethodCall
            || $node instanceof Node\Expr\NullsafePropertyFetch
            || ($node instanceof Node\Arg && $node->name !== null)
            || ($node instanceof Node\Param && ($node->flags !== 0 || self::isNewerType($node->type)))
            || ($node instanceof Node\FunctionLike && self::isNewerType($node->getReturnType()))
            || ($node instanceof Node\Stmt\Property && self::isNewerType($node->type))
            || ($node instanceof Node\Stmt\Catch_ && $node->var === null)
            || ($node instanceof Node\Stmt\ClassConst && ($node->flags & Node\Stmt\Class_::MODIFIER_FINAL) !== 0)
            || ($node instanceof Node\Expr\ClassConstFetch && $node->class instanceof Node\Expr && (string) $node->name === 'class')
            || ($named instanceof Node\Name && in_array($named->toString(), self::NEWER, true));
    }

    private static function isNewerType(?Node $type): bool
    {
        $isName = $type instanceof Node\Name || $type instanceof Node\Identifier;
        return $isName && in_array($type->toLowerString(), self::NEWER_TYPES, true);
    }
}
