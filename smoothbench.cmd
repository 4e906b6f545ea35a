@echo off
rem Starts Smoothbench on Windows; on a fresh machine it needs nothing but a JDK.
rem
rem   smoothbench                  the window
rem   smoothbench COMMAND ...      a command; see smoothbench --help
rem   smoothbench test [ARG ...]   all tests; ARGs go to Maven
rem   smoothbench --print-jdk      the folder of the JDK that is used
rem
rem SMOOTHBENCH_JAVA_HOME names the JDK to use, SMOOTHBENCH_JAVA_OPTS more options for java.
rem The same as the shell script smoothbench, without the libraries of Linux; see there for the reasons.

setlocal EnableExtensions DisableDelayedExpansion
set "SB_NEEDED=25"
set "SB_ROOT=%~dp0"
set "SB_ROOT=%SB_ROOT:~0,-1%"
set "SB_DIST=%SB_ROOT%\app\target\dist"
set "SB_STAMP=%SB_DIST%\.built"
set "SB_LOCK=%SB_ROOT%\app\target\.lock"
set "SB_JDK="

call :find_jdk
if not defined SB_JDK exit /b 2
if "%~1"=="--print-jdk" goto print_jdk
if "%~1"=="test" goto test

call :is_built
if not errorlevel 1 goto start
call :with_lock build
if not "%SB_STATUS%"=="0" exit /b 1

:start
rem DJL would report its use to its authors.
set "OPT_OUT_TRACKING=true"
"%SB_JDK%\bin\java.exe" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "-Dsmoothbench.home=%SB_ROOT%" %SMOOTHBENCH_JAVA_OPTS% -cp "%SB_DIST%\lib\*" org.smoothbench.app.Main %*
exit /b %ERRORLEVEL%

:print_jdk
echo %SB_JDK%
exit /b 0

rem --- The JDK -------------------------------------------------------------------------------------------------------

:find_jdk
if not defined SMOOTHBENCH_JAVA_HOME goto find_unnamed
rem Named on purpose: another one in its place would surprise.
call :suits "%SMOOTHBENCH_JAVA_HOME%"
if not errorlevel 1 set "SB_JDK=%SMOOTHBENCH_JAVA_HOME%"
if defined SB_JDK exit /b 0
>&2 echo smoothbench: SMOOTHBENCH_JAVA_HOME is no JDK %SB_NEEDED% or newer with its compiler: "%SMOOTHBENCH_JAVA_HOME%"
>&2 echo Correct it, or unset it to have the usual places searched.
exit /b 2

:find_unnamed
if not defined JAVA_HOME goto find_on_path
call :suits "%JAVA_HOME%"
if not errorlevel 1 set "SB_JDK=%JAVA_HOME%"
if defined SB_JDK exit /b 0

:find_on_path
for %%J in (java.exe) do set "SB_JAVA=%%~$PATH:J"
if not defined SB_JAVA goto find_in_folders
for %%J in ("%SB_JAVA%") do set "SB_FOLDER=%%~dpJ.."
if exist "%SB_FOLDER%\release" goto path_known
rem A link or a shim: only Java itself knows where it is.
for /f "usebackq tokens=1,* delims== " %%A in (`call "%SB_JAVA%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.home ="`) do set "SB_FOLDER=%%B"
:path_known
for %%D in ("%SB_FOLDER%") do set "SB_FOLDER=%%~fD"
call :suits "%SB_FOLDER%"
if not errorlevel 1 set "SB_JDK=%SB_FOLDER%"
if defined SB_JDK exit /b 0

:find_in_folders
rem The release that we test with goes before a later one.
set "SB_LATER="
for /d %%D in (
    "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*"
    "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" "%ProgramFiles%\OpenJDK\*"
    "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%LOCALAPPDATA%\mise\installs\java\*"
    "%USERPROFILE%\.jdks\*" "%USERPROFILE%\.sdkman\candidates\java\*" "%USERPROFILE%\.gradle\jdks\*"
    "%USERPROFILE%\scoop\apps\temurin*" "%USERPROFILE%\scoop\apps\openjdk*"
) do call :candidate "%%~D"
if not defined SB_JDK set "SB_JDK=%SB_LATER%"
if defined SB_JDK exit /b 0
>&2 echo smoothbench: needs JDK %SB_NEEDED% or newer, with its compiler, and found none. Looked at:
>&2 echo   JAVA_HOME="%JAVA_HOME%"
>&2 echo   java on PATH: "%SB_JAVA%"
>&2 echo   the folders Eclipse Adoptium, Java, Microsoft, Zulu, Amazon Corretto, BellSoft and OpenJDK in "%ProgramFiles%",
>&2 echo   and those of mise, scoop, SDKMAN, Gradle and IntelliJ in "%USERPROFILE%"
>&2 echo Install one: Temurin %SB_NEEDED% from https://adoptium.net/temurin/releases/?version=%SB_NEEDED%
>&2 echo   or: winget install EclipseAdoptium.Temurin.%SB_NEEDED%.JDK
>&2 echo A JDK in another place: set SMOOTHBENCH_JAVA_HOME to its folder
exit /b 2

:candidate
if defined SB_JDK exit /b 0
set "SB_FOLDER=%~1"
if exist "%SB_FOLDER%\current\bin\java.exe" set "SB_FOLDER=%SB_FOLDER%\current"
call :suits "%SB_FOLDER%"
if errorlevel 1 exit /b 0
if "%SB_FEATURE%"=="%SB_NEEDED%" set "SB_JDK=%SB_FOLDER%"
if not defined SB_LATER set "SB_LATER=%SB_FOLDER%"
exit /b 0

rem Whether folder %1 holds a JDK that is new enough. Its release file tells, without starting a JVM.
:suits
set "SB_FEATURE="
if not exist "%~1\bin\java.exe" exit /b 1
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\release" exit /b 1
for /f "usebackq tokens=1,2 delims==" %%A in ("%~1\release") do if "%%A"=="JAVA_VERSION" set "SB_FEATURE=%%~B"
if not defined SB_FEATURE exit /b 1
for /f "delims=.-+_" %%V in ("%SB_FEATURE%") do set "SB_FEATURE=%%V"
if %SB_FEATURE% LSS %SB_NEEDED% exit /b 1
exit /b 0

rem --- Building ------------------------------------------------------------------------------------------------------

rem Whether the stamp is newer than every source and lists the same ones: a deleted source is not newer than anything.
:is_built
if not exist "%SB_STAMP%" exit /b 1
if not exist "%SB_DIST%\lib\smoothbench-app-*.jar" exit /b 1
powershell -NoProfile -Command "Set-Location -LiteralPath $env:SB_ROOT; $f = @(Get-ChildItem -Path core/src/main, viz/src/main, app/src/main -Recurse -File -ErrorAction SilentlyContinue); $l = (@($f | ForEach-Object FullName) | Sort-Object) -join ';'; if ([IO.File]::ReadAllText($env:SB_STAMP) -cne $l) { exit 1 }; $t = (Get-Item -LiteralPath $env:SB_STAMP).LastWriteTime; $f += Get-Item -Path pom.xml, core/pom.xml, viz/pom.xml, app/pom.xml; if (@($f | Where-Object { $_.LastWriteTime -gt $t }).Count) { exit 1 }"
exit /b %ERRORLEVEL%

rem Fills the folder of jars from scratch. Windows keeps the jars of a running program from being replaced.
:prepare_build
if not exist "%SB_DIST%" mkdir "%SB_DIST%"
if exist "%SB_STAMP%" del "%SB_STAMP%"
if exist "%SB_DIST%\lib" rmdir /s /q "%SB_DIST%\lib" 2>nul
if exist "%SB_DIST%\lib\smoothbench-app-*.jar" goto in_use
powershell -NoProfile -Command "Set-Location -LiteralPath $env:SB_ROOT; $f = @(Get-ChildItem -Path core/src/main, viz/src/main, app/src/main -Recurse -File -ErrorAction SilentlyContinue); [IO.File]::WriteAllText($env:SB_STAMP + '.new', ((@($f | ForEach-Object FullName) | Sort-Object) -join ';'))"
exit /b 0
:in_use
>&2 echo smoothbench: cannot build while another Smoothbench of this folder is running; end it first
exit /b 1

:maven
setlocal
set "JAVA_HOME=%SB_JDK%"
set "MAVEN_OPTS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %MAVEN_OPTS%"
cd /d "%SB_ROOT%"
call mvnw.cmd %*
exit /b %ERRORLEVEL%

rem Runs the label %1 while no other build runs: making a folder is atomic. It holds the process id of its owner's shell.
:with_lock
if not exist "%SB_ROOT%\app\target" mkdir "%SB_ROOT%\app\target"
set "SB_TOLD="
:try_lock
mkdir "%SB_LOCK%" 2>nul
if not errorlevel 1 goto locked
powershell -NoProfile -Command "$o = Get-Content -LiteralPath ($env:SB_LOCK + '/owner') -ErrorAction SilentlyContinue; if ($o -and -not (Get-Process -Id $o -ErrorAction SilentlyContinue)) { Remove-Item -Recurse -LiteralPath $env:SB_LOCK }"
if not exist "%SB_LOCK%" goto try_lock
if not defined SB_TOLD >&2 echo Another build is running; waiting for it. If it is not, delete the folder "%SB_LOCK%"
set "SB_TOLD=yes"
ping -n 2 127.0.0.1 >nul
goto try_lock
:locked
powershell -NoProfile -Command "Set-Content -LiteralPath ($env:SB_LOCK + '/owner') -Value (Get-CimInstance Win32_Process -Filter ('ProcessId=' + $PID)).ParentProcessId"
set "SB_STATUS=1"
call :%1
rmdir /s /q "%SB_LOCK%"
exit /b 0

:build
set "SB_STATUS=0"
call :is_built
if not errorlevel 1 exit /b 0
set "SB_STATUS=1"
>&2 echo Building Smoothbench (first start: a minute or two)...
call :prepare_build
if errorlevel 1 exit /b 0
call :maven -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true package 1>&2
if errorlevel 1 goto build_failed
move /y "%SB_STAMP%.new" "%SB_STAMP%" >nul
set "SB_STATUS=0"
exit /b 0
:build_failed
>&2 echo smoothbench: the build failed; Maven's messages are above
exit /b 0

rem --- Tests ---------------------------------------------------------------------------------------------------------

:test
set "SB_ARGS="
for /f "tokens=1,*" %%A in ("%*") do set "SB_ARGS=%%B"
for /f "usebackq" %%T in (`powershell -NoProfile -Command "(Get-Date).Ticks"`) do set "SB_BEGIN=%%T"
call :with_lock run_tests
powershell -NoProfile -Command "$n = 0; $bad = 0; $out = 0; $why = @(); Get-ChildItem -Path (Join-Path $env:SB_ROOT '*/target/surefire-reports') -Recurse -Filter 'TEST-*.xml' | Where-Object { $_.LastWriteTime.Ticks -ge $env:SB_BEGIN } | ForEach-Object { $s = ([xml](Get-Content -Raw -Encoding UTF8 -LiteralPath $_.FullName)).testsuite; $n += $s.tests; $bad += [int]$s.failures + [int]$s.errors; $out += $s.skipped; foreach ($k in $s.SelectNodes('testcase/skipped')) { $m = $k.GetAttribute('message'); if (-not $m) { $m = $k.InnerText }; $why += ($m.Trim() -split '[\r\n]')[0] -replace '^[a-z][\w.]*Exception(: *|$)', '' -replace '^Assumption failed: *', '' } }; ''; $why | Group-Object | ForEach-Object { [string]$_.Count + ' skipped: ' + $_.Name }; [string]($n - $bad - $out) + ' passed, ' + $bad + ' failed, ' + $out + ' skipped'"
exit /b %SB_STATUS%

:run_tests
set "SB_STATUS=1"
call :prepare_build
if errorlevel 1 exit /b 0
call :maven -B -ntp %SB_ARGS% verify
set "SB_STATUS=%ERRORLEVEL%"
if not "%SB_STATUS%"=="0" exit /b 0
if not defined SB_ARGS move /y "%SB_STAMP%.new" "%SB_STAMP%" >nul
exit /b 0
