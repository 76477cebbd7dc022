<?php
// Loads everything that was generated; what is wrong in it is fatal.

error_reporting(E_ALL & ~E_DEPRECATED);
require __DIR__ . '/autoload.php';

$files = new RecursiveIteratorIterator(new RecursiveDirectoryIterator(__DIR__ . '/out/lib'));
foreach ($files as $file) {
    if ($file->getExtension() === 'php') {
        require_once $file->getPathname();
    }
}
