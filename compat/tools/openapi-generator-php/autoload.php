<?php
// Finds Guzzle where Debian puts it, and the generated classes as composer would.

require_once 'GuzzleHttp/autoload.php';

spl_autoload_register(function (string $class): void {
    $prefix = 'OpenAPI\\Client\\';
    if (str_starts_with($class, $prefix)) {
        require_once __DIR__ . '/out/lib/' . strtr(substr($class, strlen($prefix)), '\\', '/') . '.php';
    }
});
